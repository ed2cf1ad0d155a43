//! The file that tells other programs how to reach a sandbox.

use std::error::Error;
use std::fs;

use agentassist_sandbox::{Ready, ready_file};
use serde_json::{Value, json};

use crate::client::{Folder, sandbox};

#[tokio::test]
async fn a_ready_file_says_all_that_a_caller_needs() {
    let (folder, sandbox) = (Folder::new(), sandbox().await);
    let path = folder.file("ready.json");
    fs::write(&path, "from an earlier run").unwrap();
    ready_file::write(&path, &Ready::from(&sandbox)).unwrap();
    let written: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let credentials = sandbox.credentials();
    assert_eq!(
        written,
        json!({
            "base_url": sandbox.base_url(),
            "account_id": "65f7d49a5dd06e2cefaxxxxx",
            "stream_id": "st-7dc994f0-4436-5134-9fa8-a942625xxxxx",
            "client_id": credentials.client_id,
            "client_secret": credentials.client_secret.expose(),
            "token": credentials.token.expose(),
            "second_tenant": {
                "account_id": "67777ce93e25326494e9xxxx",
                "stream_id": "st-0603182c-7ffb-53c3-b307-47ca14b9xxxx",
            },
        })
    );
    assert_eq!(folder.names(), ["ready.json"], "nothing is left beside it");
}

#[cfg(unix)]
#[tokio::test]
async fn a_ready_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, sandbox) = (Folder::new(), sandbox().await);
    let path = folder.file("ready.json");
    ready_file::write(&path, &Ready::from(&sandbox)).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_ready_file_that_cannot_be_written_is_an_error_that_names_it() {
    let (folder, sandbox) = (Folder::new(), sandbox().await);
    let path = folder.file("missing/ready.json");
    let error = ready_file::write(&path, &Ready::from(&sandbox)).unwrap_err();
    assert!(error.to_string().contains(&path.display().to_string()), "{error}");
    assert!(error.source().is_some());
}

#[tokio::test]
async fn a_folder_in_the_place_of_a_ready_file_stays() {
    let (folder, sandbox) = (Folder::new(), sandbox().await);
    let path = folder.file("ready.json");
    fs::create_dir(&path).unwrap();
    ready_file::write(&path, &Ready::from(&sandbox)).unwrap_err();
    assert_eq!(folder.names(), ["ready.json"], "nothing is left beside it");
}
