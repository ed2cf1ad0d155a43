//! The blocking client.

use agentassist_client::generated::types::ContactUpdate;
use agentassist_client::{AgentAssist, Error, blocking};
use agentassist_sandbox::{Sandbox, samples};

async fn sandbox() -> (Sandbox, blocking::AgentAssist) {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let credentials = sandbox.credentials();
    let api = AgentAssist::builder()
        .host(sandbox.base_url())
        .account_id(credentials.account_id.as_str())
        .stream_id(credentials.stream_id.as_str())
        .token(credentials.token.expose())
        .build()
        .unwrap();
    (sandbox, blocking::AgentAssist::new(api).unwrap())
}

fn last_name() -> ContactUpdate {
    ContactUpdate { last_name: Some("Okafor".to_owned()), ..ContactUpdate::default() }
}

/// Runs blocking calls on a thread of their own, beside the sandbox.
async fn beside<T: Send + 'static>(calls: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || sender.send(calls()).map_err(|_| "nobody waits").unwrap());
    receiver.await.unwrap()
}

#[tokio::test]
async fn every_operation_can_be_called_without_a_runtime() {
    let (_sandbox, api) = sandbox().await;
    beside(move || {
        let contacts = api.contacts();
        let total = contacts.list().page().unwrap().total_results;
        let few = contacts.list().with(|list| list.page_size(5));
        let ids: Vec<_> = few.into_iter().map(|contact| contact.unwrap().id).collect();
        assert_eq!(i64::try_from(ids.len()).unwrap(), total);
        let updated = contacts.update(samples::LISTED_CONTACT, last_name()).unwrap();
        assert_eq!(updated.last_name.as_deref(), Some("Okafor"));
        let deleted = contacts.delete(samples::DELETED_CONTACT).unwrap().deleted().unwrap();
        assert_eq!(deleted.status.as_deref(), Some("INACTIVE"));
        let outcome = contacts.delete_many(samples::BULK_DELETED_CONTACTS).unwrap();
        assert!(outcome.all_deleted());
        let list = api.contact_lists().delete(samples::CONTACT_LISTS[0]).unwrap();
        assert!(list.deleted().is_some());
    })
    .await;
}

#[tokio::test]
async fn calls_can_be_made_on_a_runtimes_thread_for_blocking_work() {
    let (_sandbox, api) = sandbox().await;
    let page = tokio::task::spawn_blocking(move || api.contacts().list().page());
    assert!(page.await.unwrap().is_ok());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_within_a_task_holds_it_up_but_does_not_panic() {
    let (_sandbox, api) = sandbox().await;
    let task = tokio::spawn(async move { api.contacts().list().page().map(drop) });
    task.await.unwrap().unwrap();
}

#[tokio::test]
async fn settings_can_be_changed_as_with_the_asynchronous_client() {
    let (_sandbox, api) = sandbox().await;
    beside(move || {
        let nowhere = api.with(|api| api.with_stream_id(""));
        let error = nowhere.contacts().list().page().unwrap_err();
        assert!(matches!(error, Error::InvalidRequest { .. }), "{error:?}");
        assert!(api.contacts().list().page().is_ok());
    })
    .await;
}
