//! Calling the API on behalf of the operations commands: one session for one command.

mod dry_run;
mod failure;
mod host;
mod observers;
mod pages;
mod place;
mod session;
mod tape;
mod wire;

pub(crate) use self::dry_run::{planned, show};
pub(crate) use self::failure::ASK_THE_DOCTOR;
pub(crate) use self::host::connect;
pub(crate) use self::observers::seen_by;
pub(crate) use self::place::Place;
pub(crate) use self::session::{CallArguments, Session, with_session, with_settings};
pub(crate) use self::wire::{Wait, Wire};
