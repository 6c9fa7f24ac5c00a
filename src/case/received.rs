//! What the customer wrote.

use super::Message;
use serde::{Deserialize, Serialize};

/// A message of the customer. Made by [`Event::of`](super::Event::of).
///
/// # Example
/// ```
/// use webcare::case::{Event, EventKind};
///
/// let event: Event = serde_json::from_str(
///     r#"{"kind":"received","at":"2026-11-02T10:00:00Z","mention":"m-3","thanks":true}"#,
/// )?;
/// let EventKind::Received(received) = event.kind() else { panic!() };
/// assert!(received.is_thanks());
/// assert_eq!(received.message().mention().as_str(), "m-3");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    #[serde(flatten)]
    message: Box<Message>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    thanks: bool,
}

impl Received {
    pub(super) const fn new(message: Box<Message>) -> Self {
        Self { message, thanks: false }
    }

    pub(super) const fn set_thanks(&mut self, thanks: bool) {
        self.thanks = thanks;
    }

    pub(super) fn message_mut(&mut self) -> &mut Message {
        &mut self.message
    }

    /// What the case keeps of it.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// Whether it is thanks and nothing else.
    #[must_use]
    pub const fn is_thanks(&self) -> bool {
        self.thanks
    }
}
