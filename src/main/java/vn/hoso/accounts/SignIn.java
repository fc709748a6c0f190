package vn.hoso.accounts;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the person who signs in; names are compared in lower case and NFC. */
@Service
class SignIn implements UserDetailsService {

    private final AppUsers users;

    SignIn(AppUsers users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        String name =
                Normalizer.normalize(username, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return users.findByUsername(name)
                .map(AppUser::asCurrentUser)
                .orElseThrow(() -> new UsernameNotFoundException("no such person"));
    }
}
