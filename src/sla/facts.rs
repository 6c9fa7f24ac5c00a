//! What a policy may look at.

use crate::Priority;
use crate::case::{Judged, Message, Phase};
use crate::language::Language;
use std::collections::BTreeSet;

/// What a policy may look at: the message whose waiting is measured, and how the case was
/// judged then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'c> {
    pub(super) message: &'c Message,
    judged: &'c Judged,
    phase: Option<Phase<'c>>,
}

impl<'c> Facts<'c> {
    /// `judged` is what counts where the log says nothing.
    pub(super) fn new(message: &'c Message, judged: &'c Judged, phase: Option<&Phase<'c>>) -> Self {
        Self { message, judged, phase: phase.copied() }
    }

    pub(super) fn priority(&self) -> Priority {
        let told = self.phase.and_then(|phase| phase.priority());
        told.or(self.judged.its_priority()).unwrap_or_default()
    }

    fn all_tags(&self) -> Option<&'c BTreeSet<String>> {
        self.phase.and_then(|phase| phase.its_tags()).or(self.judged.its_tags())
    }

    pub(super) fn has_tag(&self, tag: &str) -> bool {
        self.all_tags().is_some_and(|tags| tags.contains(tag))
    }

    pub(super) fn tags(&self) -> String {
        let tags: Vec<&str> = self.all_tags().into_iter().flatten().map(String::as_str).collect();
        if tags.is_empty() { "none".to_owned() } else { tags.join(" and ") }
    }

    pub(super) fn language(&self) -> Option<Language> {
        self.phase.and_then(|phase| phase.language()).or(self.judged.its_language())
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
        && one.its_tags() == other.its_tags()
}
