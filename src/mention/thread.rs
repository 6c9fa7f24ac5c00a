//! Where a mention stands in a conversation.

use super::instant::is_blank;
use serde::{Deserialize, Deserializer, Serialize};

/// Whether the message that was answered is at hand.
///
/// A parent that is missing is legal: it may arrive later, or never.
///
/// # Example
/// ```
/// use webcare::mention::ParentState;
///
/// assert_eq!(ParentState::default(), ParentState::Unknown);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ParentState {
    /// It has been received.
    Known,
    /// It was asked for and is not there: deleted, or not yet delivered.
    Missing,
    /// We may not see it.
    Forbidden,
    /// Nobody has looked, or a word that this version does not know.
    #[default]
    #[serde(other)]
    Unknown,
}

/// Where a mention stands in a conversation, by the platform's own identifiers.
///
/// Identifiers are read from texts or whole numbers; a blank one is none.
///
/// # Example
/// ```
/// use webcare::mention::Thread;
///
/// let thread = Thread::reply_to("1024");
/// assert_eq!(thread.parent.as_deref(), Some("1024"));
/// assert!(!thread.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thread {
    /// The conversation, where the platform names it.
    #[serde(
        skip_serializing_if = "Option::is_none",
        deserialize_with = "super::instant::reference"
    )]
    pub id: Option<String>,
    /// The first message of the conversation.
    #[serde(
        skip_serializing_if = "Option::is_none",
        deserialize_with = "super::instant::reference"
    )]
    pub root: Option<String>,
    /// The message that this one answers.
    #[serde(
        skip_serializing_if = "Option::is_none",
        deserialize_with = "super::instant::reference"
    )]
    pub parent: Option<String>,
    /// Whether that message is at hand.
    #[serde(deserialize_with = "state")]
    pub parent_state: ParentState,
}

/// A state that may be null.
fn state<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ParentState, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

impl Thread {
    /// The place of an answer to the message `parent`.
    #[must_use]
    pub fn reply_to(parent: impl Into<String>) -> Self {
        Self { parent: Some(parent.into()), ..Self::default() }
    }

    /// Whether nothing is known of a conversation.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.id.is_none() && self.root.is_none() && self.parent.is_none()
    }

    /// Whether it is as it was made, so that it need not be written.
    pub(crate) fn is_unset(&self) -> bool {
        self.is_empty() && self.parent_state == ParentState::default()
    }

    /// The same without identifiers that are blank.
    pub(super) fn tidy(mut self) -> Self {
        for id in [&mut self.id, &mut self.root, &mut self.parent] {
            id.take_if(|id| is_blank(id));
        }
        self
    }
}
