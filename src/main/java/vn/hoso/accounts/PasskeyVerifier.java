package vn.hoso.accounts;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks what browsers answer about passkeys, after WebAuthn level 3, §7.1 and §7.2. The authenticator must have made sure
 * of its user by fingerprint, face or PIN. Who made the authenticator is not asked. Whatever the library cannot make sense
 * of, anybody may have sent: it is refused like a wrong signature.
 */
@Component
class PasskeyVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyVerifier.class);

    /** The signatures taken, best first; the page asks for the same ones. */
    private static final List<PublicKeyCredentialParameters> SIGNATURES =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
                    .stream()
                    .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                    .toList();

    /** WebAuthn allows no longer ids. */
    private static final int LONGEST_ID = 1023;

    /** Made when the first passkey is shown: where nobody has one, nothing of it is loaded. */
    private final Supplier<Formats> formats = SingletonSupplier.of(Formats::new);

    /** A passkey made as it should be, or nothing. */
    Optional<Passkey.Made> made(String answer, ServerProperty expected) {
        try {
            RegistrationData data = formats.get()
                    .webAuthn
                    .verifyRegistrationResponseJSON(
                            answer, new RegistrationParameters(expected, SIGNATURES, true, true));
            AuthenticatorData<?> authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Passkey.Made(
                            credential.getCredentialId(),
                            formats.get().credentials.convert(credential),
                            authenticator.getSignCount(),
                            authenticator.isFlagBE()))
                    .filter(made -> made.credentialId().length <= LONGEST_ID);
        } catch (RuntimeException e) {
            LOG.debug("A passkey was not taken", e);
            return Optional.empty();
        }
    }

    /** The answer to being asked for a passkey, or nothing if it is none. */
    Optional<AuthenticationData> read(String answer) {
        try {
            return Optional.of(formats.get().webAuthn.parseAuthenticationResponseJSON(answer))
                    .filter(data -> data.getCredentialId() != null && data.getAuthenticatorData() != null);
        } catch (RuntimeException e) {
            LOG.debug("No answer to being asked for a passkey", e);
            return Optional.empty();
        }
    }

    /** Whether this passkey signed it. */
    PasskeyVerificationResult signed(AuthenticationData data, Passkey passkey, ServerProperty expected) {
        try {
            formats.get()
                    .webAuthn
                    .verify(
                            data,
                            new AuthenticationParameters(
                                    expected, record(passkey), List.of(data.getCredentialId()), true, true));
            return PasskeyVerificationResult.VALID;
        } catch (MaliciousCounterValueException e) {
            return PasskeyVerificationResult.COPIED_PASSKEY;
        } catch (RuntimeException e) {
            LOG.debug("A passkey was not taken", e);
            return PasskeyVerificationResult.WRONG_PASSKEY;
        }
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.synced(),
                passkey.synced(),
                passkey.counter(),
                formats.get().credentials.convert(passkey.credential()),
                null,
                null,
                null,
                null);
    }

    private static final class Formats {

        private final ObjectConverter converter = new ObjectConverter();
        private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    }
}
