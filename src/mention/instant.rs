//! Instants and identifiers as sources write them.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;

/// Reads an instant: RFC 3339, or the same without an offset, which then means UTC.
pub(super) fn parse(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(instant.to_utc());
    }
    // The quick way for what most sources write; what is left takes many times as long.
    if let Ok(instant) = DateTime::parse_from_rfc3339(&format!("{text}Z")) {
        return Some(instant.to_utc());
    }
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .map(|naive| naive.and_utc())
}

/// For `deserialize_with`: an instant that may be absent, null or blank.
pub(super) fn optional<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<DateTime<Utc>>, D::Error> {
    let Some(text) = Option::<Cow<'de, str>>::deserialize(deserializer)? else {
        return Ok(None);
    };
    if is_blank(&text) {
        return Ok(None);
    }
    parse(&text).map(Some).ok_or_else(|| {
        let found: String = text.chars().take(40).collect();
        serde::de::Error::custom(format!(
            "expected a time such as 2026-03-29T01:30:00Z, found \"{found}\""
        ))
    })
}

/// Whether a text says nothing. Sources that have no null write one for it; taken for an
/// identifier it would make all messages that have none the same.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// For `deserialize_with`: what points at something else, where a blank text says that it
/// points at nothing.
pub(crate) fn reference<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    Ok(text_or_number(deserializer)?.filter(|text| !is_blank(text)))
}

/// For `deserialize_with`: an identifier that is written as a text or as a whole number.
pub(super) fn text_or_number<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    struct Identifier;

    impl<'de> serde::de::Visitor<'de> for Identifier {
        type Value = Option<String>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an identifier as a text or a whole number")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }

        fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Self::Value, E> {
            Ok(Some(text))
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
            Ok(None)
        }

        fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
            inner.deserialize_any(Self)
        }
    }

    deserializer.deserialize_any(Identifier)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_instant_without_an_offset_means_utc() {
        for (text, utc) in [
            ("2020-10-25T02:30:00+02:00", "2020-10-25 00:30:00 UTC"),
            ("2020-10-25T02:30:00", "2020-10-25 02:30:00 UTC"),
            (" 2020-10-25 02:30:00.250 ", "2020-10-25 02:30:00.250 UTC"),
            ("2020-10-25T02:30", "2020-10-25 02:30:00 UTC"),
        ] {
            assert_eq!(parse(text).map(|at| at.to_string()).as_deref(), Some(utc), "{text}");
        }
        for text in ["", "yesterday", "2020-13-01T00:00:00Z", "2020-10-25", "1603584000"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
