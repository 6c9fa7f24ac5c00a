//! What we wrote to the customer.

use super::Message;
use crate::mention::MentionId;
use serde::{Deserialize, Serialize};

/// A message of ours to the customer.
///
/// It answers every message received up to its time; and the one it names, even when that
/// has a later time, since people edit what they wrote.
///
/// # Example
/// ```
/// use webcare::case::Answered;
/// use webcare::mention::MentionId;
///
/// let mention = MentionId::new("m-1")?;
/// let answered = Answered::new().to(mention.clone()).sent_as("1789");
/// assert_eq!(answered.mention(), Some(&mention));
/// assert_eq!(answered.external_id(), Some("1789"));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<MentionId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent_as: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<Box<Message>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    holding: bool,
}

impl Answered {
    /// An answer that names no mention.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An answer that came to us as a mention.
    pub(super) fn brought(message: Box<Message>) -> Self {
        Self { message: Some(message), ..Self::default() }
    }

    /// The same, naming the mention it answers.
    #[must_use]
    pub fn to(mut self, mention: MentionId) -> Self {
        self.to = Some(mention);
        self
    }

    /// The same, with the identifier under which the platform took it. When the platform
    /// later brings the message back as a mention, the two are known to be one.
    #[must_use]
    pub fn sent_as(mut self, external_id: impl Into<String>) -> Self {
        self.sent_as = Some(external_id.into());
        self
    }

    /// The same, as a holding reply: "we find out". It promises another answer.
    ///
    /// # Example
    /// ```
    /// use webcare::case::Answered;
    ///
    /// assert!(Answered::new().holding().is_holding());
    /// ```
    #[must_use]
    pub const fn holding(mut self) -> Self {
        self.holding = true;
        self
    }

    /// Whether it is a holding reply.
    #[must_use]
    pub const fn is_holding(&self) -> bool {
        self.holding
    }

    /// The mention it names as answered.
    #[must_use]
    pub const fn mention(&self) -> Option<&MentionId> {
        self.to.as_ref()
    }

    /// The platform's identifier of the answer itself.
    #[must_use]
    pub fn external_id(&self) -> Option<&str> {
        self.sent_as.as_deref().or_else(|| self.message.as_ref().map(|own| own.external_id()))
    }

    /// What the case keeps of the answer, where it came to us as a mention.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        self.message.as_deref()
    }

    /// Whether it names any message as the one it answers.
    pub(super) fn names_one(&self) -> bool {
        self.to.is_some() || self.message().is_some_and(|own| own.thread().parent.is_some())
    }

    /// Whether `message` is the one it names.
    pub(super) fn names(&self, message: &Message) -> bool {
        self.to.as_ref() == Some(message.mention())
            || self
                .message()
                .and_then(|own| own.thread().parent.as_deref())
                .is_some_and(|parent| parent == message.external_id())
    }
}
