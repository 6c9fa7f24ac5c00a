//! What one condition came to.

use super::{Found, Leaf, Truth, sentence};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// What one condition on one field came to.
///
/// # Example
/// See [`RuleTrace`](super::RuleTrace).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Check<'t> {
    pub(super) leaf: &'t Leaf,
    pub(super) truth: Truth,
    pub(super) found: &'t Found,
}

impl<'t> Check<'t> {
    /// The condition: field, operator and expected value.
    #[must_use]
    pub const fn leaf(&self) -> &'t Leaf {
        self.leaf
    }

    /// Whether it holds.
    #[must_use]
    pub const fn truth(&self) -> Truth {
        self.truth
    }

    /// What was found.
    #[must_use]
    pub const fn found(&self) -> &'t Found {
        self.found
    }

    /// It as a sentence, without a full stop.
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence::of(self)
    }
}

impl Serialize for Check<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut check = serializer.serialize_struct("Check", 5)?;
        check.serialize_field("field", self.leaf.field())?;
        check.serialize_field("op", &self.leaf.operator())?;
        check.serialize_field("expected", &self.leaf.value())?;
        check.serialize_field("found", self.found)?;
        check.serialize_field("outcome", &self.truth)?;
        check.end()
    }
}
