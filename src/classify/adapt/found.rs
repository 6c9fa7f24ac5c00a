//! What of a host's words stands in a message: what they hide, and what they bring.

use super::{Override, Thresholds, points, shift};
use crate::classify::{Classification, Intent};
use crate::judgement::{Evidence, Place};
use std::ops::Range;

/// The bytes of a message whose tokens the built-in classifier reads like an unknown name.
///
/// Ranges are in order, do not overlap, and begin and end where tokens do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::classify) struct Hidden {
    title: Vec<Range<usize>>,
    text: Vec<Range<usize>>,
}

impl Hidden {
    /// What is hidden of the title.
    pub(in crate::classify) fn title(&self) -> &[Range<usize>] {
        &self.title
    }

    /// What is hidden of the text.
    pub(in crate::classify) fn text(&self) -> &[Range<usize>] {
        &self.text
    }
}

/// Whether the byte `at` is in one of `ranges`, which are in order.
pub(in crate::classify) fn covers(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|range| at < range.end)
}

/// What of a host's words stands in a message.
#[derive(Clone, Debug, Default)]
pub(in crate::classify) struct Found {
    hidden: Hidden,
    /// Weights are valences.
    feelings: Vec<Evidence>,
    /// Weights are log-odds.
    intents: Vec<(Intent, Evidence)>,
    /// Weights are points.
    haste: Vec<Evidence>,
}

impl Found {
    /// What the built-in classifier is not to see.
    pub(in crate::classify) const fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    pub(super) fn hide(&mut self, place: Place) {
        match place {
            Place::Title { start, end } => self.hidden.title.push(start..end),
            Place::Text { start, end } => self.hidden.text.push(start..end),
            Place::Fact => {}
        }
    }

    pub(super) fn add(&mut self, place: Place, list: &str, entry: &Override) {
        let evidence = |weight: f32| Evidence::new(place, weight, cause(list));
        self.feelings.extend(entry.its_valence().map(evidence));
        self.haste.extend(entry.its_urgency().map(evidence));
        self.intents.extend(entry.intents().map(|(intent, weight)| (intent, evidence(weight))));
    }

    /// The judgement of the rest of the message, and what the host's words add to it.
    pub(in crate::classify) fn add_to(
        self,
        judged: Classification,
        thresholds: &Thresholds,
    ) -> Classification {
        judged.rejudged(
            |sentiment| shift::sentiment(sentiment, &self.feelings),
            |intent| shift::intent(intent, self.intents),
            |urgency| points::add(urgency, self.haste, thresholds, points::Critical::Stays),
        )
    }
}

fn cause(list: &str) -> String {
    format!("word list \"{list}\"")
}

/// The order of evidence: that of the title, of the text, of what is known.
pub(super) const fn order(evidence: &Evidence) -> (u8, usize, usize) {
    match evidence.place() {
        Place::Title { start, end } => (0, start, end),
        Place::Text { start, end } => (1, start, end),
        Place::Fact => (2, 0, 0),
    }
}
