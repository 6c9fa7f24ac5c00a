//! What may be asked of a field.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! operators {
    ($( $(#[$meta:meta])* $variant:ident = $word:literal, $phrase:literal, $denied:literal; )+) => {
        /// What a condition asks of a field. [`FieldKind::operators`](super::FieldKind)
        /// says which go with which.
        ///
        /// # Example
        /// ```
        /// use webcare::routing::Operator;
        ///
        /// assert_eq!(Operator::AtLeast.as_str(), "at_least");
        /// assert!(Operator::ALL.contains(&Operator::Phrase));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum Operator {
            $( $(#[$meta])* $variant, )+
        }

        impl Operator {
            /// All operators.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),+ ];

            pub(super) const NAMED: &'static [(&'static str, Self)] =
                &[ $( ($word, Self::$variant) ),+ ];

            /// The word used in configuration.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }

            /// How a sentence says that the value stands in this relation, or does not.
            pub(super) const fn phrase(self, holds: bool) -> &'static str {
                match self { $( Self::$variant => if holds { $phrase } else { $denied }, )+ }
            }
        }
    };
}

operators! {
    /// It is this value.
    Eq = "eq", "is", "is not";
    /// It is known, and not this value.
    Ne = "ne", "is not", "is";
    /// It is one of these values.
    In = "in", "is one of", "is none of";
    /// It is known, and none of these values.
    NotIn = "not_in", "is none of", "is one of";
    /// It is less than this number.
    Lt = "lt", "is less than", "is not less than";
    /// It is this number or less.
    Le = "le", "is at most", "is more than";
    /// It is more than this number.
    Gt = "gt", "is more than", "is not more than";
    /// It is this number or more.
    Ge = "ge", "is at least", "is less than";
    /// It lies between two numbers, both included.
    Between = "between", "lies between", "does not lie between";
    /// It is this number or level, or a higher one.
    AtLeast = "at_least", "is at least", "is below";
    /// It is this number or level, or a lower one.
    AtMost = "at_most", "is at most", "is above";
    /// This name is in the set.
    Contains = "contains", "has", "does not have";
    /// This word occurs.
    ContainsWord = "contains_word", "has", "does not have";
    /// At least one of these occurs.
    ContainsAny = "contains_any", "has one of", "has none of";
    /// All of these occur.
    ContainsAll = "contains_all", "has all of", "does not have all of";
    /// None of these occurs.
    ContainsNone = "contains_none", "has none of", "has one of";
    /// These words occur in this order, next to each other.
    Phrase = "phrase", "has the phrase", "does not have the phrase";
    /// It has a value.
    IsSet = "is_set", "is set", "is not set";
    /// It has no value.
    IsNotSet = "is_not_set", "is not set", "is set";
    /// It lies within the opening hours of this calendar.
    Within = "within", "lies within the opening hours of", "lies outside the opening hours of";
    /// It lies outside the opening hours of this calendar.
    NotWithin = "not_within", "lies outside the opening hours of", "lies within the opening hours of";
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Operator;

    #[test]
    fn an_operator_is_written_as_it_is_read() {
        for (word, operator) in Operator::NAMED {
            assert_eq!(operator.as_str(), *word);
            assert_eq!(serde_json::to_value(operator).unwrap(), *word);
        }
    }
}
