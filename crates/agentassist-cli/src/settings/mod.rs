//! Where the API is, on whose behalf it is called, and how requests are signed.
//!
//! Each setting is looked for in this order, and the first place that has it wins:
//!
//! 1. a flag of the command line,
//! 2. the environment (`AGENTASSIST_…`),
//! 3. the profile in the configuration file,
//! 4. the default.
//!
//! A secret has no flag of its own: a command line is seen by every process of the machine, and
//! kept in the shell's history. It comes from a file, from standard input or from the environment.

mod arguments;
mod file;
mod resolve;
mod secret;

pub(crate) use self::arguments::{
    AppArguments, ConnectionArguments, HostArguments, ProfileArguments, TargetArguments,
};
pub(crate) use self::resolve::{Credential, Settings, Target};
pub(crate) use self::secret::Secret;
