package vn.hoso.accounts;

import org.springframework.data.repository.Repository;

/** From where users have signed in. */
interface KnownAddresses extends Repository<KnownAddress, KnownAddress.Key> {

    KnownAddress save(KnownAddress address);
}
