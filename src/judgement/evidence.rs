//! What was found, and how much it weighed.

use super::Place;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One reason for a judgement: what was found, where, and how much it weighed.
///
/// # Example
/// ```
/// use webcare::judgement::{Evidence, Place};
///
/// let text = "Dit is de derde keer";
/// let evidence = Evidence::new(Place::Text { start: 10, end: 20 }, 25.0, "repeated contact");
/// assert_eq!(evidence.quote(text), Some("derde keer"));
/// assert_eq!(evidence.describe(text), "repeated contact: 'derde keer'");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    place: Place,
    weight: f32,
    cause: Cow<'static, str>,
}

impl Evidence {
    /// Evidence at `place` that moved the score by `weight`. `cause` says in a few plain
    /// words what kind of thing it is.
    #[must_use]
    pub fn new(place: Place, weight: f32, cause: impl Into<Cow<'static, str>>) -> Self {
        Self { place, weight, cause: cause.into() }
    }

    /// Where it stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// How much it moved the score, in the unit of the score; negative is downwards.
    #[must_use]
    pub const fn weight(&self) -> f32 {
        self.weight
    }

    /// The same with another weight.
    #[must_use]
    pub(crate) fn weighing(mut self, weight: f32) -> Self {
        self.weight = weight;
        self
    }

    /// What kind of thing it is, in a few plain words.
    #[must_use]
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The same, where what was taken for the text was the title.
    pub(crate) fn in_title(mut self) -> Self {
        if let Place::Text { start, end } = self.place {
            self.place = Place::Title { start, end };
        }
        self
    }

    /// The words themselves, when they stand in `text`.
    #[must_use]
    pub fn quote<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.get(self.place.text_range()?)
    }

    /// A reason for people: the cause, and the words if there are any.
    #[must_use]
    pub fn describe(&self, text: &str) -> String {
        match self.quote(text) {
            Some(words) => format!("{}: '{words}'", self.cause),
            None => self.cause.to_string(),
        }
    }
}
