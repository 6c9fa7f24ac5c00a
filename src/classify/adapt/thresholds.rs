//! How sure is sure enough, and how urgent is urgent.

use super::range::{within, written};
use crate::Error;
use crate::classify::{Classification, UrgencyLevel};
use crate::config::{Node, Table, configured};
use crate::judgement::Confidence;
use serde::Serialize;

/// How sure a judgement must be to be given, for each kind of judgement, and from which
/// score of urgency a message is normal, high and critical.
///
/// | key | value |
/// |---|---|
/// | `abstain_below` | a table of `sentiment`, `intent` and `urgency`: 0 to 1, 0 if absent |
/// | `urgency_from` | a table of `normal`, `high` and `critical`: scores above 0 up to 100, each higher than the one before; 20, 50 and 80 if absent |
///
/// A high threshold for urgency withholds emergencies that were told from few words; it is
/// best left at 0, or dealt with by a rule.
///
/// # Example
/// ```
/// use webcare::classify::{Thresholds, UrgencyLevel};
/// use webcare::judgement::Confidence;
///
/// let wary = Thresholds::new().sentiment(Confidence::new(0.6)).urgency_from(20.0, 40.0, 70.0)?;
/// assert_eq!(wary.level_of(45.0), UrgencyLevel::High);
///
/// let upside_down = serde_json::json!({ "urgency_from": { "normal": 60, "high": 50 } });
/// let error = Thresholds::from_value(&upside_down).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "thresholds.urgency_from.high: expected more than normal (60), found 50",
/// );
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Thresholds {
    abstain_below: AbstainBelow,
    urgency_from: UrgencyFrom,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct AbstainBelow {
    sentiment: Confidence,
    intent: Confidence,
    urgency: Confidence,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct UrgencyFrom {
    normal: f32,
    high: f32,
    critical: f32,
}

/// What the scores of the built-in classifier are made for.
const USUAL: UrgencyFrom = UrgencyFrom { normal: 20.0, high: 50.0, critical: 80.0 };

impl Thresholds {
    /// Nothing is withheld; normal from 20, high from 50, critical from 80.
    #[must_use]
    pub const fn new() -> Self {
        let none = Confidence::NONE;
        let abstain_below = AbstainBelow { sentiment: none, intent: none, urgency: none };
        Self { abstain_below, urgency_from: USUAL }
    }

    /// Withholds a sentiment that is less sure than `least`.
    #[must_use]
    pub const fn sentiment(mut self, least: Confidence) -> Self {
        self.abstain_below.sentiment = least;
        self
    }

    /// Withholds an intent that is less sure than `least`.
    #[must_use]
    pub const fn intent(mut self, least: Confidence) -> Self {
        self.abstain_below.intent = least;
        self
    }

    /// Withholds an urgency that is less sure than `least`.
    #[must_use]
    pub const fn urgency(mut self, least: Confidence) -> Self {
        self.abstain_below.urgency = least;
        self
    }

    /// The score of urgency from which a message is normal, high, critical.
    ///
    /// # Errors
    /// When a score is not above 0 and at most 100, or not higher than the one before.
    pub fn urgency_from(mut self, normal: f32, high: f32, critical: f32) -> Result<Self, Error> {
        let [normal, high, critical] = [normal, high, critical].map(written);
        self.urgency_from = UrgencyFrom { normal, high, critical };
        // Read back, so that what is made in code is held to what is written.
        let value = serde_json::to_value(self);
        Self::from_value(&value.map_err(|error| Error::fault("thresholds", error.to_string()))?)
    }

    /// The level of a score of urgency.
    #[must_use]
    pub fn level_of(&self, score: f32) -> UrgencyLevel {
        if score >= self.urgency_from.critical {
            UrgencyLevel::Critical
        } else if score >= self.urgency_from.high {
            UrgencyLevel::High
        } else if score >= self.urgency_from.normal {
            UrgencyLevel::Normal
        } else {
            UrgencyLevel::Low
        }
    }

    pub(super) const fn critical_from(&self) -> f32 {
        self.urgency_from.critical
    }

    /// The classification as these thresholds have it.
    #[must_use]
    pub fn apply(&self, judged: Classification) -> Classification {
        let AbstainBelow { sentiment, intent, urgency } = self.abstain_below;
        judged.rejudged(
            |judged| judged.abstain_below(sentiment),
            |judged| judged.abstain_below(intent),
            |judged| {
                let moved = self.urgency_from != USUAL;
                let judged =
                    if moved { judged.levelled(|score| self.level_of(score)) } else { judged };
                judged.abstain_below(urgency)
            },
        )
    }

    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let usual = Self::new();
        let abstain_below = table.read_or("abstain_below", usual.abstain_below, read_abstain_below);
        let urgency_from = table.read_or("urgency_from", USUAL, read_urgency_from);
        table.finish();
        Some(Self { abstain_below: abstain_below?, urgency_from: urgency_from? })
    }
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::new()
    }
}

fn read_abstain_below(node: &Node<'_>) -> Option<AbstainBelow> {
    let mut table = node.table()?;
    let mut least = |key| table.read_or(key, Confidence::NONE, Confidence::read);
    let (sentiment, intent, urgency) = (least("sentiment"), least("intent"), least("urgency"));
    table.finish();
    Some(AbstainBelow { sentiment: sentiment?, intent: intent?, urgency: urgency? })
}

fn read_urgency_from(node: &Node<'_>) -> Option<UrgencyFrom> {
    let mut table = node.table()?;
    let normal = score(node, &mut table, ("normal", USUAL.normal), None);
    let high = score(node, &mut table, ("high", USUAL.high), normal.map(|low| ("normal", low)));
    let critical =
        score(node, &mut table, ("critical", USUAL.critical), high.map(|low| ("high", low)));
    table.finish();
    Some(UrgencyFrom { normal: normal?, high: high?, critical: critical? })
}

/// A score above 0 and above that of the level before. One that is absent is the usual one,
/// which a level before it may have passed.
fn score(
    whole: &Node<'_>,
    table: &mut Table<'_>,
    (key, usual): (&'static str, f32),
    before: Option<(&str, f32)>,
) -> Option<f32> {
    let Some(node) = table.get(key) else {
        if let Some((name, low)) = before.filter(|(_, low)| *low >= usual) {
            whole.fault(format!("\"{key}\" is {usual} unless given, not more than {name} ({low})"));
            return None;
        }
        return Some(usual);
    };
    let found = within(&node, 0.0, 100.0)?;
    if found <= 0.0 {
        node.fault("expected more than 0, found 0");
        return None;
    }
    if let Some((name, low)) = before.filter(|(_, low)| *low >= found) {
        node.fault(format!("expected more than {name} ({low}), found {found}"));
        return None;
    }
    Some(found)
}

configured!(Thresholds, "thresholds");
