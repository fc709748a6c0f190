package vn.hoso.accounts;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** An authenticator and its browser, written after the standard and not with the library that checks them. */
final class SoftPasskey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];
    private long counter;
    private boolean verifies = true;

    SoftPasskey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        System.arraycopy(coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX()), 0, id, 0, 32);
    }

    /** What the next signature counts on from. */
    SoftPasskey countingFrom(long known) {
        counter = known;
        return this;
    }

    /** Whether it asks for finger, face or PIN. */
    SoftPasskey verifying(boolean on) {
        verifies = on;
        return this;
    }

    /** The browser's answer to being told to make this passkey. */
    String made(String origin, String host, String challenge) {
        byte[] authenticator = authenticator(host, true);
        byte[] object = join(
                hex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
                hex("59"),
                ByteBuffer.allocate(2).putShort((short) authenticator.length).array(),
                authenticator);
        return answer("\"attestationObject\":\"" + text(object) + "\"", client("webauthn.create", origin, challenge));
    }

    /** The browser's answer to being asked for this passkey. */
    String signed(String origin, String host, String challenge) {
        counter++;
        byte[] authenticator = authenticator(host, false);
        byte[] client = client("webauthn.get", origin, challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(join(authenticator, sha256(client)));
            return answer(
                    "\"authenticatorData\":\"" + text(authenticator) + "\",\"signature\":\"" + text(signature.sign())
                            + "\"",
                    client);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String answer(String response, byte[] client) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id) + "\",\"type\":\"public-key\",\"response\":{"
                + "\"clientDataJSON\":\"" + text(client) + "\"," + response + "},\"clientExtensionResults\":{}}";
    }

    private static byte[] client(String type, String origin, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticator(String host, boolean withCredential) {
        int flags = PRESENT | (verifies ? VERIFIED : 0) | (withCredential ? WITH_CREDENTIAL : 0);
        byte[] begin = join(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                ByteBuffer.allocate(5).put((byte) flags).putInt((int) counter).array());
        return withCredential ? join(begin, new byte[16], hex("0020"), id, key()) : begin;
    }

    /** The public key in COSE: EC2, ES256, P-256. */
    private byte[] key() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                hex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                hex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        ByteBuffer padded = ByteBuffer.allocate(32);
        int length = Math.min(bytes.length, 32);
        return padded.position(32 - length)
                .put(bytes, bytes.length - length, length)
                .array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
