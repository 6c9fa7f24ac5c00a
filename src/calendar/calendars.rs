//! Calendars by name.

use super::calendar::Calendar;
use crate::config::{Node, configured};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Calendars by name, one of which is the default.
///
/// Configured as a table from names to [`Calendar`]s. The default is the one that is
/// called `default`; where there is only one, that one.
///
/// # Example
/// ```
/// use webcare::calendar::Calendars;
///
/// let calendars: Calendars = toml::from_str(
///     r#"
///     [default]
///     zone = "Europe/Amsterdam"
///     hours = { "mon-fri" = ["09:00-17:00"] }
///
///     [incidents]
///     zone = "Europe/Amsterdam"
///     hours = { "mon-sun" = ["00:00-24:00"] }
///     "#,
/// )?;
/// let sunday = "2026-11-22T12:00:00Z".parse().unwrap();
/// assert!(!calendars.default_calendar().is_open(sunday));
/// assert!(calendars.get("incidents").is_some_and(|calendar| calendar.is_open(sunday)));
/// assert_eq!(calendars.get("nights"), None);
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendars {
    by_name: BTreeMap<String, Calendar>,
    default: Calendar,
}

configured!(Calendars, "calendars");

const DEFAULT: &str = "default";

impl Calendars {
    /// Only one, called `default`.
    #[must_use]
    pub fn new(default: Calendar) -> Self {
        Self { by_name: BTreeMap::from([(DEFAULT.to_owned(), default.clone())]), default }
    }

    /// Adds a calendar, or replaces the one of that name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, calendar: Calendar) -> Self {
        let name = name.into();
        if name == DEFAULT {
            self.default = calendar.clone();
        }
        self.by_name.insert(name, calendar);
        self
    }

    /// The calendar of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Calendar> {
        self.by_name.get(name)
    }

    /// The one that is meant where no name is given.
    #[must_use]
    pub fn default_calendar(&self) -> &Calendar {
        &self.default
    }

    /// All of them with their names, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Calendar)> {
        self.by_name.iter().map(|(name, calendar)| (name.as_str(), calendar))
    }

    /// Reads them, noting every fault.
    pub(crate) fn read(node: &Node<'_>) -> Option<Self> {
        let calendars = node
            .entries()?
            .into_iter()
            .map(|(name, at)| Some((name.to_owned(), Calendar::read(&at)?)));
        let calendars: Vec<Option<(String, Calendar)>> = calendars.collect();
        let by_name: BTreeMap<String, Calendar> = calendars.into_iter().collect::<Option<_>>()?;
        let only = by_name.values().next().filter(|_| by_name.len() == 1);
        let Some(default) = by_name.get(DEFAULT).or(only).cloned() else {
            node.fault(if by_name.is_empty() {
                "expected at least one calendar, found none"
            } else {
                "expected one of the calendars to be called \"default\""
            });
            return None;
        };
        Some(Self { by_name, default })
    }
}

/// One calendar, open around the clock.
impl Default for Calendars {
    fn default() -> Self {
        Self::new(Calendar::always())
    }
}

impl From<Calendar> for Calendars {
    fn from(calendar: Calendar) -> Self {
        Self::new(calendar)
    }
}

impl Serialize for Calendars {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.by_name.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_default_is_the_one_called_so_or_the_only_one() {
        let office = json!({ "zone": "Europe/Amsterdam", "hours": { "mon": ["09:00-17:00"] } });
        let nights = json!({ "zone": "Europe/Amsterdam", "hours": { "mon": ["20:00-04:00"] } });
        let one = Calendars::from_value(&json!({ "office": office })).unwrap();
        assert_eq!(Some(one.default_calendar()), one.get("office"));
        assert_eq!(serde_json::to_value(&one).unwrap(), json!({ "office": office }));
        let two = Calendars::from_value(&json!({ "default": nights, "a": office })).unwrap();
        assert_eq!(Some(two.default_calendar()), two.get("default"));
        assert_eq!(two.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["a", "default"]);
        let error = |value| Calendars::from_value(&value).unwrap_err().to_string();
        assert_eq!(
            error(json!({ "a": office, "b": nights })),
            "calendars: expected one of the calendars to be called \"default\""
        );
        assert_eq!(error(json!({})), "calendars: expected at least one calendar, found none");
        assert_eq!(
            error(json!({ "a": { "zone": "Europe/Amsterdam", "hours": {} }, "b": { "zone": "x", "hours": 1 } })).lines().count(),
            3
        );
    }

    #[test]
    fn in_code_a_calendar_is_replaced_by_name() {
        let office = json!({ "zone": "Europe/Amsterdam", "hours": { "mon": ["09:00-17:00"] } });
        let office = Calendar::from_value(&office).unwrap();
        let calendars = Calendars::default().with("office", office.clone());
        assert_eq!(*calendars.default_calendar(), Calendar::always());
        assert_eq!(calendars.get("office"), Some(&office));
        let calendars = calendars.with("default", office.clone());
        assert_eq!(calendars.default_calendar(), &office);
        assert_eq!(calendars.get("default"), Some(&office));
        assert_eq!(Calendars::from(office.clone()).default_calendar(), &office);
    }
}
