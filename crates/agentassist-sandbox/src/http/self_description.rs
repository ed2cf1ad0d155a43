//! The sandbox's own description of what it serves.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{contact_lists, contacts};
use crate::model::{Address, CampaignSummary, TwitterProfile};

/// Returns what the sandbox says of itself, derived from the types and functions that serve it.
///
/// It is not made from the document: that both agree is therefore worth testing.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    Description::openapi()
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sandbox of the Kore.ai contact-centre API",
        description = "A stateful stand-in for five operations of the agentassist API, public v1.",
    ),
    paths(
        contacts::list_contacts,
        contacts::update_contact,
        contacts::delete_contact,
        contacts::bulk_delete_contacts,
        contact_lists::delete_contact_list,
    ),
    components(schemas(Address, TwitterProfile, CampaignSummary)),
    security(("auth" = [])),
    modifiers(&AuthHeader),
)]
struct Description;

struct AuthHeader;

impl Modify for AuthHeader {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let token = ApiKeyValue::with_description(
            "auth",
            "A JWT, signed by HMAC SHA-256 with the client secret, the client id in `appId`.",
        );
        openapi
            .components
            .get_or_insert_default()
            .add_security_scheme("auth", SecurityScheme::ApiKey(ApiKey::Header(token)));
    }
}
