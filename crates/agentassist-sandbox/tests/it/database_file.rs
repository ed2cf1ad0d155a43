//! State in a file.

use std::error::Error;
use std::fs;

use agentassist_sandbox::{OpenError, Seed, StartError, Storage, samples};
use rusqlite::Connection;
use serde_json::json;

use crate::client::{Folder, builder, call, listed, signed, start};

#[tokio::test]
async fn the_state_survives_a_restart() {
    let folder = Folder::new();
    let builder = builder().storage(Storage::File(folder.file("sandbox.db")));
    let sandbox = builder.clone().start().await.unwrap();
    let path = format!("/contacts/{}", samples::LISTED_CONTACT);
    let update = call(&sandbox, "PUT", &path).json(&json!({"firstName": "jane"}));
    assert_eq!(update.send().await.status, 200);
    let path = format!("/contacts/{}", samples::DELETED_CONTACT);
    assert_eq!(call(&sandbox, "DELETE", &path).send().await.status, 200);
    let before = listed(&sandbox).await;
    sandbox.shutdown().await.unwrap();
    assert_eq!(folder.names(), ["sandbox.db"], "everything stands in the one file");

    // What a database is filled with is only for new ones.
    let sandbox = builder.seed(Seed::contacts(100)).start().await.unwrap();
    assert_eq!(listed(&sandbox).await, before);
    assert_eq!((before.len(), &before[1]["firstName"]), (29, &json!("jane")));
}

#[tokio::test]
async fn a_database_emptied_by_its_callers_is_not_filled_again() {
    let folder = Folder::new();
    let builder = builder().storage(Storage::File(folder.file("sandbox.db")));
    let sandbox = builder.clone().start().await.unwrap();
    let ids: Vec<_> = listed(&sandbox).await.iter().map(|it| it["id"].clone()).collect();
    let delete = call(&sandbox, "DELETE", "/contacts/bulk-delete").json(&json!({"ids": ids}));
    assert_eq!(delete.send().await.body["successful"], 30);
    sandbox.shutdown().await.unwrap();
    let sandbox = builder.start().await.unwrap();
    assert_eq!(listed(&sandbox).await.len(), 0);
}

#[tokio::test]
async fn a_used_token_stays_used_after_a_restart() {
    let folder = Folder::new();
    let builder = builder().storage(Storage::File(folder.file("sandbox.db")));
    let sandbox = builder.clone().start().await.unwrap();
    let credentials = sandbox.credentials();
    let claims =
        json!({"appId": credentials.client_id, "jti": "1", "exp": start().timestamp() + 600});
    let token = signed(credentials.client_secret.expose(), claims);
    let used = call(&sandbox, "GET", "/contacts").header("auth", &token);
    assert_eq!(used.send().await.status, 200);
    sandbox.shutdown().await.unwrap();
    let sandbox = builder.start().await.unwrap();
    let replayed = call(&sandbox, "GET", "/contacts").header("auth", &token);
    assert_eq!(replayed.send().await.status, 401);
}

#[tokio::test]
async fn two_sandboxes_may_share_a_file_and_write_at_once() {
    let folder = Folder::new();
    let builder = builder().storage(Storage::File(folder.file("sandbox.db")));
    let (first, second) = tokio::join!(builder.clone().start(), builder.start());
    let (first, second) = (first.unwrap(), second.unwrap());
    let ids: Vec<_> = listed(&first).await.iter().map(|it| it["id"].clone()).collect();
    assert_eq!(ids.len(), 30, "the file was filled once");
    let updates: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(number, id)| {
            let sandbox = if number % 2 == 0 { &first } else { &second };
            let path = format!("/contacts/{}", id.as_str().unwrap());
            let update = json!({"lastName": number.to_string()});
            tokio::spawn(call(sandbox, "PUT", &path).json(&update).send())
        })
        .collect();
    for answer in updates {
        assert_eq!(answer.await.unwrap().status, 200);
    }
    for (number, contact) in listed(&second).await.iter().enumerate() {
        assert_eq!(contact["lastName"], number.to_string());
    }
}

#[tokio::test]
async fn a_file_of_something_else_is_refused_and_stays_untouched() {
    let folder = Folder::new();
    let text = folder.file("notes.txt");
    fs::write(&text, "This is a text of some length, and no database whatsoever.\n".repeat(20))
        .unwrap();
    let database = folder.file("other.db");
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE album (name TEXT)").unwrap();
    let versioned = folder.file("versioned.db");
    let connection = Connection::open(&versioned).unwrap();
    connection.pragma_update(None, "application_id", 7).unwrap();
    connection.pragma_update(None, "user_version", 1).unwrap();
    drop(connection);
    for path in [text, database, versioned] {
        let before = fs::read(&path).unwrap();
        let error = builder().storage(Storage::File(path.clone())).start().await.unwrap_err();
        assert!(matches!(error, StartError::Store(OpenError::Foreign { .. })), "{error:?}");
        let message = error.to_string();
        assert!(message.contains(&path.display().to_string()), "{message}");
        assert!(fs::read(&path).unwrap() == before, "{message}");
    }
    assert_eq!(folder.names().len(), 3, "nothing was put beside them");
}

#[tokio::test]
async fn a_file_of_a_newer_sandbox_is_refused_and_stays_untouched() {
    let folder = Folder::new();
    let path = folder.file("sandbox.db");
    let builder = builder().storage(Storage::File(path.clone()));
    builder.clone().start().await.unwrap().shutdown().await.unwrap();
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 2).unwrap();
    drop(connection);
    let before = fs::read(&path).unwrap();
    let error = builder.start().await.unwrap_err();
    assert!(matches!(error, StartError::Store(OpenError::Newer { found: 2, .. })), "{error:?}");
    assert!(fs::read(&path).unwrap() == before);
}

#[tokio::test]
async fn an_empty_file_becomes_a_database() {
    let folder = Folder::new();
    let path = folder.file("sandbox.db");
    fs::write(&path, "").unwrap();
    let sandbox = builder().storage(Storage::File(path)).start().await.unwrap();
    assert_eq!(listed(&sandbox).await.len(), 30);
}

#[tokio::test]
async fn a_file_in_a_folder_that_does_not_exist_is_an_error_with_its_cause() {
    let folder = Folder::new();
    let path = folder.file("missing/sandbox.db");
    let error = builder().storage(Storage::File(path.clone())).start().await.unwrap_err();
    let StartError::Store(store_error) = &error else { panic!("{error:?}") };
    assert!(store_error.to_string().contains(&path.display().to_string()), "{store_error}");
    assert!(store_error.source().is_some());
}
