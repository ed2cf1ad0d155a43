//! The mocks answer what they are made for, and nothing else.

use agentassist_client::generated::Error;
use agentassist_client::generated::types::{
    BulkDeleteRequest, BulkDeleteResult, Contact, ContactId, ContactPage,
};
use agentassist_client::{AgentAssist, Token};
use agentassist_httpmock::MockServerExt;
use httpmock::MockServer;

const STREAM: &str = "st-1";

fn client(server: &MockServer) -> AgentAssist {
    AgentAssist::builder()
        .host(server.base_url())
        .account_id("a-1")
        .token(Token::new("t"))
        .build()
        .unwrap()
}

fn contact(id: &str) -> Contact {
    Contact::builder().id(id.to_owned()).try_into().unwrap()
}

fn contact_id(text: &str) -> ContactId {
    text.parse().unwrap()
}

#[tokio::test]
async fn the_mock_of_a_contacts_deletion_does_not_answer_a_bulk_deletion() {
    let server = MockServer::start_async().await;
    let single = server.delete_contact(|_, then| {
        then.ok(&contact("1"));
    });
    let api = client(&server);
    let request = BulkDeleteRequest { ids: vec![contact_id("1")] };
    let bulk = api.operations().bulk_delete_contacts().stream_id(STREAM).body(request.clone());
    assert!(bulk.send().await.is_err());
    assert_eq!(single.calls(), 0);

    let result = BulkDeleteResult::builder().total_requested(1).successful(1).failed(0);
    let bulk_mock = server.bulk_delete_contacts(|when, then| {
        when.body(&request);
        then.ok(&result.try_into().unwrap());
    });
    let bulk = api.operations().bulk_delete_contacts().stream_id(STREAM).body(request.clone());
    assert_eq!(bulk.send().await.unwrap().successful, Some(1));
    let deletion = api.operations().delete_contact().stream_id(STREAM).id("1");
    assert_eq!(deletion.send().await.unwrap().id, "1");
    assert_eq!((single.calls(), bulk_mock.calls()), (1, 1));
}

#[tokio::test]
async fn an_id_with_characters_of_regular_expressions_matches_only_itself() {
    for (id, others) in [
        ("a.c", vec!["abc", "a.cd", "xa.c"]),
        ("a+", vec!["aa", "a"]),
        ("(a|b)", vec!["a", "b"]),
        ("[a-z]*", vec!["abc", ""]),
        ("a$", vec!["a"]),
        ("100%", vec!["100"]),
        ("ä ö", vec!["ä"]),
    ] {
        let server = MockServer::start_async().await;
        let mock = server.delete_contact(|when, then| {
            when.stream_id(&STREAM.parse().unwrap()).id(&contact_id(id));
            then.ok(&contact(id));
        });
        let api = client(&server);
        let delete = |id: &str| api.operations().delete_contact().stream_id(STREAM).id(id).send();
        for other in others {
            assert!(delete(other).await.is_err(), "the mock of `{id}` answered `{other}`");
        }
        assert_eq!(delete(id).await.unwrap().id, id);
        assert_eq!(mock.calls(), 1);
    }
}

#[tokio::test]
async fn a_stream_matches_only_itself_and_one_segment() {
    let server = MockServer::start_async().await;
    let page =
        ContactPage::builder().skip(0).limit(10).has_more(false).total_pages(0).total_results(0);
    let page: ContactPage = page.try_into().unwrap();
    server.list_contacts(|when, then| {
        when.stream_id(&"st.1".parse().unwrap()).skip(None).limit(None);
        then.ok(&page);
    });
    let api = client(&server);
    let list = |stream: &str| api.operations().list_contacts().stream_id(stream).send();
    assert!(list("st-1").await.is_err());
    assert!(list("st.1").await.is_ok());
}

#[tokio::test]
async fn a_mocked_empty_page_has_all_that_the_document_requires() {
    let server = MockServer::start_async().await;
    let page =
        ContactPage::builder().skip(0).limit(10).has_more(false).total_pages(0).total_results(0);
    let page: ContactPage = page.try_into().unwrap();
    let written = serde_json::to_value(&page).unwrap();
    assert_eq!(written["results"], serde_json::json!([]));
    server.list_contacts(|_, then| {
        then.ok(&page);
    });
    let list = client(&server);
    let list = list.operations().list_contacts().stream_id(STREAM).send().await;
    assert!(list.unwrap().results.is_empty());
}

#[tokio::test]
async fn a_mock_can_refuse_and_the_client_says_with_which_status() {
    let server = MockServer::start_async().await;
    server.delete_contact(|when, then| {
        when.account_id(&"a-1".parse().unwrap());
        then.client_error(404, &serde_json::from_str(r#"{"message":"gone"}"#).unwrap());
    });
    let api = client(&server);
    let outcome = api.operations().delete_contact().stream_id(STREAM).id("1").send().await;
    let Err(Error::ErrorResponse(refusal)) = outcome else { panic!("the mock refuses") };
    assert_eq!(refusal.status(), 404);
    assert_eq!(refusal.message.as_deref(), Some("gone"));
}
