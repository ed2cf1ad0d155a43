//! Each example of the client does what it says, against the sandbox.

use std::sync::atomic::{AtomicU32, Ordering};

use agentassist_client::{AgentAssist, AgentAssistBuilder, JwtApp};
use agentassist_sandbox::{Sandbox, samples};

/// An example as a module: its `main` and what reads the environment have no use here.
macro_rules! example {
    ($name:ident, $path:literal) => {
        #[expect(dead_code, reason = "`main` is for `cargo run --example`")]
        #[allow(clippy::duplicate_mod, reason = "each example brings along what connects it")]
        #[path = $path]
        mod $name;
    };
}

example!(blocking, "../../../crates/agentassist-client/examples/blocking.rs");
example!(delete_contact, "../../../crates/agentassist-client/examples/delete_contact.rs");
example!(delete_contact_list, "../../../crates/agentassist-client/examples/delete_contact_list.rs");
example!(delete_contacts, "../../../crates/agentassist-client/examples/delete_contacts.rs");
example!(list_contacts, "../../../crates/agentassist-client/examples/list_contacts.rs");
example!(own_tokens, "../../../crates/agentassist-client/examples/own_tokens.rs");
example!(update_contact, "../../../crates/agentassist-client/examples/update_contact.rs");

/// Keeps the files of tests that run at once apart.
static FILES: AtomicU32 = AtomicU32::new(0);

async fn sandbox() -> (Sandbox, AgentAssistBuilder) {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let builder = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .stream_id(credentials.stream_id.as_str())
        .auth(JwtApp::new(credentials.client_id.as_str(), credentials.client_secret.expose()));
    (sandbox, builder)
}

#[tokio::test]
async fn the_example_on_listing_counts_every_contact() {
    let (_sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let total = api.contacts().list().page().await.unwrap().total_results;
    let counts = list_contacts::run(&api).await.unwrap();
    assert_eq!(counts.values().sum::<usize>(), usize::try_from(total).unwrap());
    assert!(counts.contains_key("ACTIVE"));
}

#[tokio::test]
async fn the_example_on_updating_changes_the_number_and_leaves_the_name() {
    let (_sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let contact = update_contact::run(&api, samples::LISTED_CONTACT).await.unwrap();
    assert_eq!(contact.cell_phone.unwrap().phone_number.as_deref(), Some("+9195501xxxxx"));
    assert_eq!(contact.full_name.as_deref(), Some("john doe_1"));
}

#[tokio::test]
async fn the_example_on_deleting_tells_a_contact_from_none() {
    let (_sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let id = samples::DELETED_CONTACT;
    assert_eq!(delete_contact::run(&api, id).await.unwrap(), "deleted");
    assert_eq!(delete_contact::run(&api, id).await.unwrap(), "was not there");
}

#[tokio::test]
async fn the_example_on_deleting_in_bulk_has_a_line_for_each_contact() {
    let (_sandbox, builder) = sandbox().await;
    let [one, other] = samples::BULK_DELETED_CONTACTS.map(str::to_owned);
    let ids = [one.clone(), other.clone()];
    let lines = delete_contacts::run(&builder.build().unwrap(), &ids).await.unwrap();
    assert_eq!(lines, [format!("{one}: deleted"), format!("{other}: deleted")]);
}

#[tokio::test]
async fn the_example_on_contact_lists_shows_what_the_api_says() {
    let (_sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let message = delete_contact_list::run(&api, samples::CONTACT_LISTS[0]).await.unwrap();
    assert!(message.ends_with("deleted successfully"), "{message}");
}

#[tokio::test]
async fn the_example_on_tokens_takes_them_from_the_file() {
    let (sandbox, builder) = sandbox().await;
    let name = format!(
        "agentassist-token-{}-{}",
        std::process::id(),
        FILES.fetch_add(1, Ordering::Relaxed)
    );
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, sandbox.credentials().token.expose()).unwrap();
    let total = own_tokens::run(builder, file.clone()).await;
    std::fs::remove_file(file).unwrap();
    assert!(total.unwrap() > 0);
}

#[tokio::test]
async fn the_example_on_blocking_counts_every_contact() {
    let (_sandbox, builder) = sandbox().await;
    let api = builder.build().unwrap();
    let total = api.contacts().list().page().await.unwrap().total_results;
    let count = tokio::task::spawn_blocking(|| blocking::run(api).unwrap()).await.unwrap();
    assert_eq!(i64::try_from(count).unwrap(), total);
}
