//! The whole contract against a sandbox in this process: every operation, every kind of answer.

use std::sync::Arc;

use agentassist_client::generated::Client;
use agentassist_client::generated::types::{BulkDeleteRequest, CellPhoneUpdate, ContactUpdate};
use agentassist_client::{AgentAssist, Token};
use agentassist_conformance::exchange::SourceKind;
use agentassist_sandbox::{Sandbox, SteppingClock, samples};
use chrono::{DateTime, TimeDelta, Utc};

use super::Step;
use super::recorder::Recorder;
use super::script::Script;
use crate::exit::Failure;
use crate::sandbox;

/// When the sandbox's clock starts: always the same, so that recordings are.
const START: i64 = 1_769_421_600;

/// Runs the contract in a fresh sandbox and stops it.
pub(super) async fn run() -> Result<Vec<Step>, Failure> {
    let start = DateTime::<Utc>::from_timestamp(START, 0).unwrap_or_default();
    let clock = SteppingClock::new(start, TimeDelta::seconds(1));
    let sandbox = sandbox::start_as(Sandbox::builder().clock(Arc::new(clock))).await?;
    let steps = call_everything(&sandbox).await?;
    sandbox.shutdown().await.map_err(|error| Failure::outside("the sandbox failed", error))?;
    Ok(steps)
}

async fn call_everything(sandbox: &Sandbox) -> Result<Vec<Step>, Failure> {
    let recorder = Recorder::new(SourceKind::Sandbox).without_times();
    let recorder = recorder.naming(sandbox.base_url(), "http://sandbox");
    let recorder = Arc::new(recorder);
    let credentials = sandbox.credentials();
    let connect = |token: &str| {
        AgentAssist::builder()
            .host(sandbox.base_url())
            .account_id(credentials.account_id.to_string())
            .token(Token::new(token))
            .observer(recorder.clone())
            .build()
            .map_err(|error| Failure::outside("cannot call the sandbox", error))
    };
    let (api, stranger) = (connect(credentials.token.expose())?, connect("no.jwt.atall")?);
    let stream = credentials.stream_id.as_str();
    let mut script = Script::new("the sandbox", recorder.clone());
    list(&mut script, api.operations(), stranger.operations(), stream).await?;
    update(&mut script, api.operations(), stream).await?;
    delete(&mut script, api.operations(), stream).await?;
    bulk_delete(&mut script, api.operations(), stream).await?;
    delete_lists(&mut script, api.operations(), stream).await?;
    let after = api.operations().list_contacts().stream_id(stream);
    script.call("listContacts", "after-deletions", after.send()).await?;
    Ok(script.into_steps())
}

async fn list(
    script: &mut Script,
    client: &Client,
    stranger: &Client,
    stream: &str,
) -> Result<(), Failure> {
    const ID: &str = "listContacts";
    let page = || client.list_contacts().stream_id(stream);
    script.call(ID, "without-query", page().send()).await?;
    script.call(ID, "first-page", page().skip(0).limit(12_u64).send()).await?;
    script.call(ID, "last-page", page().skip(24).limit(12_u64).send()).await?;
    script.call(ID, "beyond-the-end", page().skip(1000).send()).await?;
    script.call(ID, "invalid-token", stranger.list_contacts().stream_id(stream).send()).await?;
    Ok(())
}

async fn update(script: &mut Script, client: &Client, stream: &str) -> Result<(), Failure> {
    const ID: &str = "updateContact";
    let contact = |id: &'static str| client.update_contact().stream_id(stream).id(id);
    let all_fields = ContactUpdate {
        first_name: Some("john".to_owned()),
        last_name: Some("doe".to_owned()),
        salutation: Some("mr".to_owned()),
        cell_phone: Some(CellPhoneUpdate {
            phone_number: Some("95501xxxxx".to_owned()),
            country_code: Some("+91".to_owned()),
            extension: Some("+".to_owned()),
        }),
    };
    let last_name =
        || ContactUpdate { last_name: Some("smith".to_owned()), ..ContactUpdate::default() };
    let update = contact(samples::UPDATED_CONTACT).body(all_fields);
    script.call(ID, "all-fields", update.send()).await?;
    let update = contact(samples::LISTED_CONTACT).body(last_name());
    script.call(ID, "last-name-only", update.send()).await?;
    let update = contact("000000000000000000000000").body(last_name());
    script.call(ID, "unknown-contact", update.send()).await?;
    Ok(())
}

async fn delete(script: &mut Script, client: &Client, stream: &str) -> Result<(), Failure> {
    const ID: &str = "deleteContact";
    let contact = || client.delete_contact().stream_id(stream).id(samples::DELETED_CONTACT);
    script.call(ID, "active-contact", contact().send()).await?;
    script.call(ID, "already-deleted", contact().send()).await?;
    Ok(())
}

async fn bulk_delete(script: &mut Script, client: &Client, stream: &str) -> Result<(), Failure> {
    const ID: &str = "bulkDeleteContacts";
    let request = |ids: &[&str]| {
        let ids = ids.iter().filter_map(|id| id.parse().ok()).collect();
        client.bulk_delete_contacts().stream_id(stream).body(BulkDeleteRequest { ids })
    };
    let both = request(&samples::BULK_DELETED_CONTACTS);
    script.call(ID, "all-deleted", both.send()).await?;
    let one_gone = request(&[samples::LISTED_CONTACT, samples::DELETED_CONTACT]);
    script.call(ID, "deleted-in-part", one_gone.send()).await?;
    script.call(ID, "no-ids", request(&[]).send()).await?;
    Ok(())
}

async fn delete_lists(script: &mut Script, client: &Client, stream: &str) -> Result<(), Failure> {
    const ID: &str = "deleteContactList";
    let [unused, ..] = samples::CONTACT_LISTS;
    let list = |id: &'static str| {
        client.delete_contact_list().i_id(stream).iid(stream).contact_list_id(id)
    };
    script.call(ID, "unused-list", list(unused).send()).await?;
    script.call(ID, "already-deleted", list(unused).send()).await?;
    script.call(ID, "list-in-use", list(samples::CONTACT_LIST_IN_USE).send()).await?;
    Ok(())
}
