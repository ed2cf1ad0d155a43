//! The contract against a live host: what can be read, and what was explicitly given away.

use std::env;
use std::path::PathBuf;
use std::sync::Arc;

use agentassist_client::generated::Client;
use agentassist_client::generated::types::{BulkDeleteRequest, ContactUpdate};
use agentassist_client::{AgentAssist, Token};

use super::recorder::Recorder;
use super::script::Script;
use super::{Live, Step, Target, Writes};
use crate::api;
use crate::exit::Failure;
use crate::settings::path_or_nothing;
use crate::text_input::TextInput;
use crate::trust::Authorities;

/// Environment variable that holds a signed token.
const TOKEN_VARIABLE: &str = "AGENTASSIST_TOKEN";
/// No token is longer, in bytes.
const LONGEST_TOKEN: u64 = 64 * 1024;

/// What a live target needs
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Live target")]
pub(crate) struct LiveArguments {
    /// Account that the requests are made for
    #[arg(long, env = "AGENTASSIST_ACCOUNT_ID", hide_env_values = true, value_name = "ID")]
    account_id: Option<String>,
    /// Stream whose contacts are listed
    #[arg(long, env = "AGENTASSIST_STREAM_ID", hide_env_values = true, value_name = "ID")]
    stream_id: Option<String>,
    /// File with a signed token, `-` for standard input [env: `AGENTASSIST_TOKEN`]
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Trust the target's certificate by these authorities (PEM) too, beside those of the machine
    ///
    /// For a host behind a company's own authority.
    #[arg(long, env = "AGENTASSIST_CA_FILE", hide_env_values = true, value_name = "FILE")]
    #[arg(value_parser = path_or_nothing())]
    ca_file: Option<PathBuf>,
    /// Also update and delete, but nothing other than what is named disposable
    #[arg(long)]
    allow_writes: bool,
    /// Contact that may be changed and deleted: the first is updated and deleted, the others are
    /// bulk-deleted
    #[arg(long, value_name = "ID", requires = "allow_writes")]
    disposable_contact: Vec<String>,
    /// Contact list that may be deleted
    #[arg(long, value_name = "ID", requires = "allow_writes")]
    disposable_contact_list: Option<String>,
}

impl LiveArguments {
    /// Collects what calls to a live host need.
    pub(crate) fn target(&self, host: &str) -> Result<Target, Failure> {
        let required = |value: &Option<String>, flag: &str, variable: &str| {
            value.clone().ok_or_else(|| {
                Failure::Usage(format!("a live target needs {flag} (or {variable} to be set)"))
            })
        };
        let writes = Writes {
            contacts: self.disposable_contact.clone(),
            contact_list: self.disposable_contact_list.clone(),
        };
        if self.allow_writes && writes.contacts.is_empty() && writes.contact_list.is_none() {
            return Err(Failure::Usage(
                "--allow-writes changes only what is named: give --disposable-contact or \
                 --disposable-contact-list"
                    .to_owned(),
            ));
        }
        Ok(Target::Live(Box::new(Live {
            host: host.to_owned(),
            account_id: required(&self.account_id, "--account-id", "AGENTASSIST_ACCOUNT_ID")?,
            stream_id: required(&self.stream_id, "--stream-id", "AGENTASSIST_STREAM_ID")?,
            token: self.token()?,
            authorities: self.authorities()?,
            writes: self.allow_writes.then_some(writes),
        })))
    }

    fn authorities(&self) -> Result<Option<Authorities>, Failure> {
        let path = self.ca_file.as_deref().filter(|path| !path.as_os_str().is_empty());
        path.map(Authorities::read).transpose()
    }

    fn token(&self) -> Result<Token, Failure> {
        match &self.token_file {
            Some(path) => TextInput::at(path).read("the token", LONGEST_TOKEN).map(Token::new),
            None => env::var(TOKEN_VARIABLE).map(Token::new).map_err(|_| {
                Failure::Usage(format!(
                    "a live target needs a token: set {TOKEN_VARIABLE} or give --token-file"
                ))
            }),
        }
    }
}

/// Calls the operations of a live host.
pub(super) async fn run(live: Live) -> Result<Vec<Step>, Failure> {
    let recorder = Arc::new(Recorder::of_live(&live.host).map_err(api::by_flags)?);
    let mut builder = AgentAssist::builder();
    if let Some(authorities) = live.authorities {
        builder = builder.root_certificate(authorities.pem);
    }
    let client = builder
        .host(live.host)
        .account_id(live.account_id)
        .token(live.token)
        .observer(recorder.clone())
        .build()
        .map_err(api::by_flags)?;
    let mut script = Script::new(recorder);
    read(&mut script, client.operations(), &live.stream_id).await?;
    if let Some(writes) = live.writes {
        write(&mut script, client.operations(), &live.stream_id, &writes).await?;
    }
    Ok(script.into_steps())
}

async fn read(script: &mut Script, client: &Client, stream: &str) -> Result<(), Failure> {
    const ID: &str = "listContacts";
    let page = || client.list_contacts().stream_id(stream);
    script.call(ID, "without-query", page().send()).await?;
    script.call(ID, "first-page", page().skip(0).limit(5_u64).send()).await?;
    script.call(ID, "second-page", page().skip(5).limit(5_u64).send()).await?;
    Ok(())
}

async fn write(
    script: &mut Script,
    client: &Client,
    stream: &str,
    writes: &Writes,
) -> Result<(), Failure> {
    if let Some((first, others)) = writes.contacts.split_first() {
        let update =
            ContactUpdate { last_name: Some("disposable".to_owned()), ..Default::default() };
        let request = client.update_contact().stream_id(stream).id(first.as_str()).body(update);
        script.call("updateContact", "last-name-only", request.send()).await?;
        let request = client.delete_contact().stream_id(stream).id(first.as_str());
        script.call("deleteContact", "active-contact", request.send()).await?;
        if !others.is_empty() {
            let ids = others.iter().map(|id| id.parse()).collect::<Result<_, _>>();
            let ids = ids.map_err(|_| {
                Failure::Usage("a --disposable-contact is not the id of a contact".to_owned())
            })?;
            let request =
                client.bulk_delete_contacts().stream_id(stream).body(BulkDeleteRequest { ids });
            script.call("bulkDeleteContacts", "all-deleted", request.send()).await?;
        }
    }
    if let Some(list) = &writes.contact_list {
        let request =
            client.delete_contact_list().i_id(stream).iid(stream).contact_list_id(list.as_str());
        script.call("deleteContactList", "unused-list", request.send()).await?;
    }
    Ok(())
}
