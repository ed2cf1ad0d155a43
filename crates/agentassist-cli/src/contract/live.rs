//! The contract against a live host: what can be read, and what was explicitly given away.

use std::sync::Arc;

use agentassist_client::BuildError;
use agentassist_client::generated::Client;
use agentassist_client::generated::types::{BulkDeleteRequest, ContactUpdate};

use super::recorder::Recorder;
use super::script::Script;
use super::{Live, Step, Target, Writes};
use crate::address;
use crate::api::{self, Wire};
use crate::exit::Failure;
use crate::progress::patiently;
use crate::settings::{ConnectionArguments, HostArguments, Settings};

/// What a live target needs
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Live target")]
pub(crate) struct LiveArguments {
    #[command(flatten)]
    host: HostArguments,
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
        let settings = Settings::load(&ConnectionArguments::at(host, &self.host))?;
        let writes = self.allow_writes.then_some(writes);
        Ok(Target::Live(Box::new(Live { host: host.to_owned(), settings, writes })))
    }
}

/// Calls the operations of a live host.
pub(super) async fn run(live: Live) -> Result<Vec<Step>, Failure> {
    let recorder = Arc::new(Recorder::of_live(&live.host).map_err(of_target)?);
    let wire = Wire::new(live.settings.rate());
    let (builder, place) = api::connect(&live.settings, &live.host, &wire)?;
    let client = builder.observer(api::seen_by(&wire, Some(recorder.clone()))).build()?;
    let stream = place.stream_id.as_str();
    let mut script = Script::new(address::short(&live.host), recorder);
    let calls = async {
        read(&mut script, client.operations(), stream).await?;
        if let Some(writes) = live.writes {
            write(&mut script, client.operations(), stream, &writes).await?;
        }
        Ok(script.into_steps())
    };
    patiently(&wire, Box::pin(calls)).await
}

/// A target that is taken from nowhere else than from its flag.
fn of_target(error: BuildError) -> Failure {
    match error {
        BuildError::Host { reason } => Failure::Usage(format!(
            "--target cannot be used, {reason}: give something like platform.kore.ai"
        )),
        error => error.into(),
    }
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
