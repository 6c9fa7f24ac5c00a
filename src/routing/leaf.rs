//! One condition on one field.

use super::test::Test;
use super::view::View;
use super::words::Lexicon;
use super::{Field, Operator, Truth};
use serde::Serialize;
use serde_json::Value;

/// One condition on one field: what is asked, and with which value.
///
/// # Example
/// ```
/// use webcare::routing::{Condition, Field, Operator, Rules};
///
/// let rules = Rules::from_value(&serde_json::json!([{
///     "id": "famous",
///     "when": { "field": "followers", "op": "ge", "value": 10_000 },
///     "then": { "watchers": ["press office"] },
/// }]))?;
/// let Some(Condition::Leaf(leaf)) = rules.iter().next().unwrap().when() else { panic!() };
/// assert_eq!((leaf.field(), leaf.operator()), (&Field::Followers, Operator::Ge));
/// assert_eq!(leaf.value().unwrap(), 10_000);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Leaf {
    field: Field,
    #[serde(rename = "op")]
    operator: Operator,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(skip)]
    test: Test,
}

impl Leaf {
    pub(super) const fn new(
        field: Field,
        operator: Operator,
        value: Option<Value>,
        test: Test,
    ) -> Self {
        Self { field, operator, value, test }
    }

    /// The field that it is about.
    #[must_use]
    pub const fn field(&self) -> &Field {
        &self.field
    }

    /// What it asks.
    #[must_use]
    pub const fn operator(&self) -> Operator {
        self.operator
    }

    /// What it compares with, as it was written; `None` for `is_set` and `is_not_set`.
    #[must_use]
    pub const fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    pub(super) const fn test(&self) -> &Test {
        &self.test
    }

    pub(super) fn holds(&self, view: &View<'_>) -> Truth {
        self.test.of(&self.field, view)
    }

    pub(super) fn number(&mut self, lexicon: &mut Lexicon) {
        self.test.number(lexicon);
    }
}
