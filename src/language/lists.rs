//! The word lists in `data/language`, as they are written there.

/// The languages that are told apart by their words and spelling. Dutch and English come
/// first; their places are [`DUTCH`] and [`ENGLISH`].
pub(super) const LISTS: [(&str, &str); 16] = [
    ("nl", include_str!("../../data/language/nl.txt")),
    ("en", include_str!("../../data/language/en.txt")),
    ("de", include_str!("../../data/language/de.txt")),
    ("af", include_str!("../../data/language/af.txt")),
    ("fy", include_str!("../../data/language/fy.txt")),
    ("fr", include_str!("../../data/language/fr.txt")),
    ("es", include_str!("../../data/language/es.txt")),
    ("it", include_str!("../../data/language/it.txt")),
    ("pt", include_str!("../../data/language/pt.txt")),
    ("da", include_str!("../../data/language/da.txt")),
    ("nb", include_str!("../../data/language/nb.txt")),
    ("sv", include_str!("../../data/language/sv.txt")),
    ("id", include_str!("../../data/language/id.txt")),
    ("tr", include_str!("../../data/language/tr.txt")),
    ("pl", include_str!("../../data/language/pl.txt")),
    ("ro", include_str!("../../data/language/ro.txt")),
];

/// The place of Dutch among the lists.
pub(super) const DUTCH: usize = 0;
/// The place of English among the lists.
pub(super) const ENGLISH: usize = 1;

/// Words that count for no language.
pub(super) const NEUTRAL: &str = include_str!("../../data/language/neutral.txt");

/// What a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry<'l> {
    /// A word of a band, 0 to 2: the first is the most common.
    Word(&'l str, usize),
    /// How words begin.
    Beginning(&'l str),
    /// How words end.
    Ending(&'l str),
}

/// The entries of a list.
pub(super) fn entries(list: &str) -> impl Iterator<Item = Entry<'_>> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let mut band = 0;
    lines.flat_map(str::split_whitespace).filter_map(move |item| {
        match item {
            "[1]" => band = 0,
            "[2]" => band = 1,
            "[3]" => band = 2,
            _ => {
                return Some(match (item.strip_prefix('-'), item.strip_suffix('-')) {
                    (Some(ending), _) => Entry::Ending(ending),
                    (None, Some(beginning)) => Entry::Beginning(beginning),
                    (None, None) => Entry::Word(item, band),
                });
            }
        }
        None
    })
}
