//! Waits for the rate limit, which are told: a minute without a word looks like a fault.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::Instant;

use super::screen::{EVERY, Screen};
use super::span;
use crate::api::{Wait, Wire};

/// A wait is told after this long.
const PATIENCE: Duration = Duration::from_secs(1);

/// Watches for waits.
#[derive(Debug)]
pub(super) struct Waits {
    wire: Wire,
    /// Since when the present wait goes on, and whether it was told.
    present: Option<(Instant, bool)>,
}

impl Waits {
    pub(super) fn of(wire: &Wire) -> Self {
        Self { wire: wire.clone(), present: None }
    }

    /// The present wait, once it has lasted, and whether this is the first time that it is told.
    pub(super) fn look(&mut self, now: Instant) -> Option<(String, bool)> {
        let Some(wait) = self.wire.wait(now) else {
            self.present = None;
            return None;
        };
        let (since, told) = self.present.get_or_insert((now, false));
        let is_long = now.duration_since(*since) >= PATIENCE;
        is_long.then(|| (in_words(wait), !std::mem::replace(told, true)))
    }
}

fn in_words(wait: Wait) -> String {
    match wait.left {
        Some(left) => format!("waiting for the rate limit, {}", span(left.as_secs_f64().ceil())),
        None => "waiting for the rate limit".to_owned(),
    }
}

/// What comes of calls that have no other progress, and whose waits are told.
pub(crate) async fn patiently<T>(wire: &Wire, mut calls: Pin<Box<impl Future<Output = T>>>) -> T {
    let mut waiting = Waiting { waits: Waits::of(wire), screen: Screen::stderr(true) };
    loop {
        tokio::select! {
            outcome = &mut calls => return outcome,
            () = tokio::time::sleep(EVERY) => waiting.show(),
        }
    }
}

/// The waits of such calls, and where they are told.
#[derive(Debug)]
struct Waiting {
    waits: Waits,
    screen: Screen,
}

impl Waiting {
    /// Tells of a wait if there is one and it is time.
    fn show(&mut self) {
        match self.waits.look(Instant::now()) {
            Some((wait, is_first)) if is_first || self.screen.is_due() => self.screen.show(&wait),
            Some(_) => {}
            None => self.screen.clear(),
        }
    }
}
