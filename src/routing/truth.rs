//! Three-valued logic: what is not known stays not known.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Not;

/// Whether a condition holds: yes, no, or it can't be told because a value is missing.
///
/// `not` of unknown is unknown, `all` with an unknown is at best unknown, `any` with a
/// true one is true (Kleene's logic). A rule matches only on true.
///
/// # Example
/// ```
/// use webcare::routing::Truth;
///
/// assert_eq!(!Truth::Unknown, Truth::Unknown);
/// assert_eq!(Truth::from(Some(true)), Truth::True);
/// assert_eq!(Truth::from(None), Truth::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// It holds.
    True,
    /// It does not hold.
    False,
    /// A value that it asks for is missing.
    Unknown,
}

impl Truth {
    /// Whether it holds beyond doubt.
    #[must_use]
    pub const fn is_true(self) -> bool {
        matches!(self, Self::True)
    }

    /// Whether all hold: false as soon as one is false. All of none is true.
    pub(super) fn all(truths: impl IntoIterator<Item = Self>) -> Self {
        !Self::any(truths.into_iter().map(Not::not))
    }

    /// Whether one holds: true as soon as one is true. Any of none is false.
    pub(super) fn any(truths: impl IntoIterator<Item = Self>) -> Self {
        let mut result = Self::False;
        for truth in truths {
            match truth {
                Self::True => return Self::True,
                Self::Unknown => result = Self::Unknown,
                Self::False => {}
            }
        }
        result
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl From<Option<bool>> for Truth {
    /// `None` is unknown.
    fn from(holds: Option<bool>) -> Self {
        holds.map_or(Self::Unknown, Self::from)
    }
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::True => "true",
            Self::False => "false",
            Self::Unknown => "unknown",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn all_and_any_follow_kleene() {
        let all = |truths: &[Truth]| Truth::all(truths.iter().copied());
        let any = |truths: &[Truth]| Truth::any(truths.iter().copied());
        assert_eq!((all(&[]), any(&[])), (True, False));
        for (a, b, both, either) in [
            (True, True, True, True),
            (True, False, False, True),
            (True, Unknown, Unknown, True),
            (False, False, False, False),
            (False, Unknown, False, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((all(&[a, b]), any(&[a, b])), (both, either), "{a} {b}");
            assert_eq!((all(&[b, a]), any(&[b, a])), (both, either), "{b} {a}");
        }
        assert_eq!([!True, !False, !Unknown], [False, True, Unknown]);
    }
}
