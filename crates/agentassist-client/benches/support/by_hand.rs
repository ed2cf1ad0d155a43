//! The same calls with reqwest and serde, as somebody in a hurry would write them.

use std::time::Duration;

use reqwest::{Client, header};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Page {
    pub(crate) results: Vec<Contact>,
    pub(crate) has_more: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "a caller would read them")]
pub(crate) struct Contact {
    id: String,
    first_name: Option<String>,
    last_name: Option<String>,
    full_name: Option<String>,
    salutation: Option<String>,
    cell_phone: Option<CellPhone>,
    status: Option<String>,
    instance_bot_id: Option<String>,
    org_id: Option<String>,
    account_id: Option<String>,
    created_by: Option<String>,
    created_by_a_id: Option<String>,
    #[serde(default)]
    address: Vec<serde_json::Value>,
    #[serde(default)]
    twitter_details: Vec<serde_json::Value>,
    created_at: Option<String>,
    updated_at: Option<String>,
    updated_by: Option<String>,
    updated_by_a_id: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "a caller would read them")]
pub(crate) struct CellPhone {
    extension: Option<String>,
    phone_number: Option<String>,
    country_code: Option<String>,
}

pub(crate) fn client() -> Client {
    // An error says that there is a provider already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = Client::builder().connect_timeout(Duration::from_secs(10)).build();
    client.expect("the settings are usable")
}

pub(crate) async fn page(http: &Client, base_url: &str, skip: usize, limit: usize) -> Page {
    let request = http
        .get(format!("{base_url}/agentassist/api/v1/public/st-1/contacts"))
        .query(&[("skip", skip), ("limit", limit)])
        .header("auth", "t")
        .header("accountId", "a-1")
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT, "application/json")
        .timeout(Duration::from_secs(30));
    let answer = request.send().await.expect("the server answers");
    let answer = answer.error_for_status().expect("the server is content");
    answer.json().await.expect("the server sends pages")
}
