package vn.hoso.accounts;

import org.springframework.data.repository.Repository;

/** From where users have signed in. */
interface UserAddresses extends Repository<UserAddress, UserAddress.Key> {

    UserAddress save(UserAddress address);
}
