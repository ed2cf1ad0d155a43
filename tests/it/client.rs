//! The client against the sandbox, over real HTTP.

mod blocking;
mod deletion;
mod examples;
mod failures;
mod listing;
mod requests;
mod spans;
mod tls;

use std::sync::{Arc, Mutex};

use agentassist_client::generated::Error;
use agentassist_client::generated::types::{
    BulkDeleteRequest, CellPhoneUpdate, Contact, ContactPage, ContactUpdate,
};
use agentassist_client::{AgentAssist, AgentAssistBuilder, Exchange, Observer, Token};
use agentassist_sandbox::{Sandbox, samples};

async fn sandbox() -> (Sandbox, AgentAssistBuilder) {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let builder = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .token(Token::new(credentials.token.expose()));
    (sandbox, builder)
}

#[derive(Debug, Default)]
struct Observed(Mutex<Vec<Exchange>>);

impl Observer for Observed {
    fn observe(&self, exchange: Exchange) {
        self.0.lock().unwrap().push(exchange);
    }
}

#[tokio::test]
async fn all_five_operations_are_called_correctly() {
    let (sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let api = api.operations();
    let stream = sandbox.credentials().stream_id.as_str();

    let page = api.list_contacts().stream_id(stream).limit(2_u64).send().await.unwrap();
    assert_eq!((page.results.len(), page.limit, page.has_more), (2, 2, true));

    let changes = ContactUpdate {
        last_name: Some("Okafor".to_owned()),
        cell_phone: Some(CellPhoneUpdate {
            phone_number: Some("95501xxxxx".to_owned()),
            country_code: Some("+91".to_owned()),
            extension: None,
        }),
        ..ContactUpdate::default()
    };
    let updated = api.update_contact().stream_id(stream).id(samples::LISTED_CONTACT).body(changes);
    let updated = updated.send().await.unwrap().into_inner();
    assert_eq!(updated.full_name.as_deref(), Some("john Okafor"));
    assert_eq!(updated.cell_phone.unwrap().phone_number.as_deref(), Some("+9195501xxxxx"));

    let deleted = api.delete_contact().stream_id(stream).id(samples::DELETED_CONTACT).send().await;
    assert_eq!(deleted.unwrap().status.as_deref(), Some("INACTIVE"));

    let ids = samples::BULK_DELETED_CONTACTS.map(|id| id.parse().unwrap()).to_vec();
    let request = BulkDeleteRequest { ids };
    let outcome = api.bulk_delete_contacts().stream_id(stream).body(request).send().await.unwrap();
    assert_eq!((outcome.successful, outcome.failed), (Some(2), Some(0)));

    let list = samples::CONTACT_LISTS[0];
    let deletion = api.delete_contact_list().i_id(stream).iid(stream).contact_list_id(list);
    let deletion = deletion.send().await.unwrap().into_inner();
    assert_eq!(deletion.status.as_deref(), Some("success"));
    assert_eq!(deletion.data.unwrap().id, list);
}

#[tokio::test]
async fn every_request_has_the_vendors_headers_and_no_other_of_ours() {
    let (sandbox, builder) = sandbox().await;
    let observed = Arc::new(Observed::default());
    let api = builder.observer(observed.clone()).build().unwrap();
    let stream = sandbox.credentials().stream_id.as_str();
    let request = BulkDeleteRequest { ids: vec![samples::LISTED_CONTACT.parse().unwrap()] };
    api.operations().list_contacts().stream_id(stream).send().await.unwrap();
    api.operations().bulk_delete_contacts().stream_id(stream).body(request).send().await.unwrap();
    for exchange in observed.0.lock().unwrap().iter() {
        let headers = &exchange.request_headers;
        assert_eq!(headers["content-type"], "application/json");
        assert_eq!(headers["accountid"], sandbox.credentials().account_id.as_str());
        assert!(headers["auth"].is_sensitive());
        assert!(!headers.contains_key("api-version"));
    }
}

#[tokio::test]
async fn a_deletion_in_bulk_sends_its_body() {
    let (sandbox, builder) = sandbox().await;
    let observed = Arc::new(Observed::default());
    let api = builder.observer(observed.clone()).build().unwrap();
    let request = BulkDeleteRequest { ids: vec!["one".parse().unwrap()] };
    let stream = sandbox.credentials().stream_id.as_str();
    api.operations().bulk_delete_contacts().stream_id(stream).body(request).send().await.unwrap();
    let exchanges = observed.0.lock().unwrap();
    assert_eq!(exchanges[0].request_body.as_deref(), Some(br#"{"ids":["one"]}"#.as_slice()));
    assert_eq!(exchanges[0].method, "DELETE");
}

#[tokio::test]
async fn an_id_that_would_address_something_else_is_never_sent() {
    let (sandbox, builder) = sandbox().await;
    let observed = Arc::new(Observed::default());
    let api = builder.observer(observed.clone()).build().unwrap();
    let stream = sandbox.credentials().stream_id.as_str();
    for id in ["", "/", "a/b", "bulk-delete", "bulk-update", ".", "..", "a\nb"] {
        let outcome = api.operations().delete_contact().stream_id(stream).id(id).send().await;
        assert!(matches!(outcome, Err(Error::InvalidRequest(_))), "{id:?}");
    }
    assert!(observed.0.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_id_with_special_characters_reaches_the_server_as_it_is() {
    let (sandbox, builder) = sandbox().await;
    let observed = Arc::new(Observed::default());
    let api = builder.observer(observed.clone()).build().unwrap();
    let stream = sandbox.credentials().stream_id.as_str();
    let outcome = api.operations().delete_contact().stream_id(stream).id("a?b#c %2e").send().await;
    assert_eq!(outcome.unwrap_err().status().unwrap(), 404);
    let path = observed.0.lock().unwrap()[0].url.path().to_owned();
    assert!(path.ends_with("/contacts/a%3Fb%23c%20%252e"), "{path}");
}

#[test]
fn an_answer_that_lacks_all_but_the_id_still_decodes() {
    let contact: Contact = serde_json::from_str(r#"{"id":"1"}"#).unwrap();
    assert_eq!(contact.first_name, None);
    assert!(contact.address.is_empty());
}

#[test]
fn unknown_properties_and_values_are_kept_and_written_back() {
    let text = r#"{"results":[{"id":"1","status":"PAUSED","new":[1,{"a":null}]}],"skip":0,"limit":1,
        "hasMore":false,"totalPages":1,"totalResults":1,"cursor":"x"}"#;
    let page: ContactPage = serde_json::from_str(text).unwrap();
    assert_eq!(page.results[0].status.as_deref(), Some("PAUSED"));
    let written = serde_json::to_value(&page).unwrap();
    assert_eq!(written["cursor"], "x");
    assert_eq!(written["results"][0]["new"], serde_json::json!([1, {"a": null}]));
}
