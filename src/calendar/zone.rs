//! A time zone by its IANA name.

use crate::config::{Node, nearest};
use chrono_tz::{TZ_VARIANTS, Tz};

/// The zone a configuration names; a near miss is suggested.
pub(crate) fn read_zone(node: &Node<'_>) -> Option<Tz> {
    let name = node.name()?;
    let zone = name.parse().ok();
    if zone.is_none() {
        let hint = match suggestion(name) {
            Some(known) => format!("did you mean \"{known}\"?"),
            None => "expected an IANA name such as \"Europe/Amsterdam\"".to_owned(),
        };
        node.fault(format!("unknown zone {name:.40?}; {hint}"));
    }
    zone
}

/// The zone whose name, or whose city, is almost `name`.
fn suggestion(name: &str) -> Option<&'static str> {
    let names = TZ_VARIANTS.map(Tz::name);
    let city = |full: &'static str| full.rsplit('/').next().unwrap_or(full);
    let wanted = name.trim().replace(' ', "_");
    let same = |known: &str| known.eq_ignore_ascii_case(&wanted);
    let exact = names.iter().find(|full| same(full) || same(city(full)));
    exact.copied().or_else(|| nearest(&wanted, &names)).or_else(|| {
        let known = nearest(&wanted, &names.map(city))?;
        names.into_iter().find(|full| city(full) == known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_suggested_by_name_or_city() {
        for (written, known) in [
            ("europe/amsterdam", Some("Europe/Amsterdam")),
            ("Europe/Amsterdan", Some("Europe/Amsterdam")),
            ("brussels", Some("Europe/Brussels")),
            ("Europe/Brussel", Some("Europe/Brussels")),
            ("Brusels", Some("Europe/Brussels")),
            ("lord howe", Some("Australia/Lord_Howe")),
            ("Middle-earth/Hobbiton", None),
        ] {
            assert_eq!(suggestion(written), known, "{written}");
        }
    }
}
