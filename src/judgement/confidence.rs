//! How sure a judgement is.

use crate::config::Node;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How sure a judgement is: the probability, 0 to 1, that it is right.
///
/// # Example
/// ```
/// use webcare::judgement::Confidence;
///
/// assert_eq!(Confidence::new(1.7), Confidence::CERTAIN);
/// assert_eq!(Confidence::new(f32::NAN), Confidence::NONE);
/// assert!(Confidence::new(0.8) > Confidence::new(0.5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Confidence(f32);

impl Confidence {
    /// Not sure at all.
    pub const NONE: Self = Self(0.0);
    /// Beyond doubt.
    pub const CERTAIN: Self = Self(1.0);

    /// Takes `probability` as a confidence, clamped to 0..=1; not-a-number is taken for 0.
    #[must_use]
    pub const fn new(probability: f32) -> Self {
        if probability.is_nan() { Self::NONE } else { Self(probability.clamp(0.0, 1.0)) }
    }

    /// The probability, 0 to 1.
    #[must_use]
    pub const fn get(self) -> f32 {
        self.0
    }

    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let probability = node.number()?;
        if !(0.0..=1.0).contains(&probability) {
            node.fault(format!("expected 0 to 1, found {probability}"));
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "0 to 1, where digits don't matter")]
        Some(Self(probability as f32))
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f32::deserialize(deserializer).map(Self::new)
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}
