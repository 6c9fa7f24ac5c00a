//! All that a host changes, in one table.

use super::{KnownWeights, Overrides, Thresholds};
use crate::config::{Node, configured};
use serde::Serialize;

/// How a host adapts the judgement of messages: its own words, what it lets count of what it
/// knows, and its thresholds.
///
/// In the table of a [`Desk`](crate::desk::Desk) it is the key `classifier`:
///
/// | key | value |
/// |---|---|
/// | `word_lists` | a list of [`WordList`](super::WordList)s: [`Overrides`] |
/// | `known` | [`KnownWeights`] |
/// | `thresholds` | [`Thresholds`] |
///
/// All are optional; without them nothing changes.
///
/// # Example
/// ```
/// use webcare::classify::Adaptation;
///
/// let adaptation: Adaptation = toml::from_str(r#"
///     [[word_lists]]
///     name = "products"
///     words = [{ phrase = ["War Zone", "Dead Sea mud mask"], valence = 0 }]
///
///     [known]
///     flags = { vip = 10, vulnerable = 25 }
///
///     [thresholds]
///     abstain_below = { intent = 0.5 }
/// "#)?;
/// assert_eq!(adaptation.overrides().lists()[0].name(), "products");
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Adaptation {
    #[serde(rename = "word_lists")]
    overrides: Overrides,
    known: KnownWeights,
    thresholds: Thresholds,
}

impl Adaptation {
    /// Nothing is changed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with these words of the host's own.
    #[must_use]
    pub fn with_overrides(mut self, overrides: Overrides) -> Self {
        self.overrides = overrides;
        self
    }

    /// The same with these weights of what is known.
    #[must_use]
    pub fn with_known(mut self, known: KnownWeights) -> Self {
        self.known = known;
        self
    }

    /// The same with these thresholds.
    #[must_use]
    pub fn with_thresholds(mut self, thresholds: Thresholds) -> Self {
        self.thresholds = thresholds;
        self
    }

    /// The host's own words.
    #[must_use]
    pub const fn overrides(&self) -> &Overrides {
        &self.overrides
    }

    /// What counts of what the host knows.
    #[must_use]
    pub const fn known(&self) -> &KnownWeights {
        &self.known
    }

    /// The thresholds.
    #[must_use]
    pub const fn thresholds(&self) -> &Thresholds {
        &self.thresholds
    }

    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let overrides = table.read_or("word_lists", Overrides::NONE, Overrides::read);
        let known = table.read_or("known", KnownWeights::default(), KnownWeights::read);
        let thresholds = table.read_or("thresholds", Thresholds::new(), Thresholds::read);
        table.finish();
        Some(Self { overrides: overrides?, known: known?, thresholds: thresholds? })
    }
}

configured!(Adaptation, "classifier");
