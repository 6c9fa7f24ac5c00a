//! What a policy may look at.

use crate::Priority;
use crate::case::{Message, Phase};
use crate::language::Language;

/// What a policy may look at: the message whose waiting is measured, and how the case was
/// judged then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'c> {
    pub(super) message: &'c Message,
    pub(super) priority: Priority,
    phase: Option<Phase<'c>>,
}

impl<'c> Facts<'c> {
    /// `priority` is what counts where the log says none.
    pub(super) fn new(message: &'c Message, priority: Priority, phase: Option<&Phase<'c>>) -> Self {
        let priority = phase.and_then(Phase::priority).unwrap_or(priority);
        Self { message, priority, phase: phase.copied() }
    }

    pub(super) fn has_tag(&self, tag: &str) -> bool {
        self.phase.is_some_and(|phase| phase.has_tag(tag))
    }

    pub(super) fn tags(&self) -> String {
        let tags: Vec<&str> = self.phase.iter().flat_map(Phase::tags).collect();
        if tags.is_empty() { "none".to_owned() } else { tags.join(" and ") }
    }

    pub(super) fn language(&self) -> Option<Language> {
        self.phase.and_then(|phase| phase.language())
    }

    pub(super) fn queue(&self) -> Option<&'c str> {
        self.phase.and_then(|phase| phase.queue())
    }
}

/// Whether policies cannot tell one from the other.
pub(super) fn is_judged_alike(one: &Phase<'_>, other: &Phase<'_>) -> bool {
    one.priority() == other.priority()
        && one.language() == other.language()
        && one.queue() == other.queue()
        && one.tags().eq(other.tags())
}
