package vn.hoso.organisation;

/** The level of the administration that an organisation belongs to. Since 01/07/2025 there are provinces and communes only. */
public enum OrganisationLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    OTHER
}
