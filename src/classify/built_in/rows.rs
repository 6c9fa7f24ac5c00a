//! Reading the data files of the lexicon: one row a line, `pattern TAB cue TAB weight`.

use super::cue::Cue;
use super::vocabulary::{LONGEST_STEM, SHORTEST_STEM};

/// One row: the phrases of a pattern, what they tell, and how much.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row<'d> {
    pub(super) pattern: &'d str,
    pub(super) cue: Cue,
    pub(super) weight: f32,
}

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'d> {
    /// One of these words, as they stand between the bars: `werkt|doet`.
    Words(&'d str),
    /// Up to this many words in between.
    Gap(u8),
}

/// The rows of a file, with the number of each line. A line that can't be read is an error
/// with what is wrong with it.
pub(super) fn rows(file: &str) -> impl Iterator<Item = (usize, Result<Row<'_>, &'static str>)> {
    file.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with("# "))
        .map(|(number, line)| (number, row(line)))
}

fn row(line: &str) -> Result<Row<'_>, &'static str> {
    let mut columns = line.split('\t');
    let (Some(pattern), Some(cue), Some(weight), None) =
        (columns.next(), columns.next(), columns.next(), columns.next())
    else {
        return Err("expected three columns");
    };
    let cue = Cue::named(cue).ok_or("unknown cue")?;
    let weight = weight.parse::<f32>().map_err(|_| "expected a number as weight")?;
    if !weight.is_finite() || weight.abs() > 100.0 {
        return Err("weight out of range");
    }
    for phrase in phrases(pattern) {
        if !matches!(steps(phrase).next(), Some(Step::Words(_))) {
            return Err("expected a word first");
        }
        if steps(phrase).count() > 9 {
            return Err("expected at most nine steps");
        }
    }
    let stems = pattern.split([' ', ',', '|', '_']).filter_map(|word| word.strip_suffix('*'));
    for stem in stems.filter(|stem| !stem.is_empty()) {
        if !(SHORTEST_STEM..=LONGEST_STEM).contains(&stem.len()) {
            return Err("expected a stem of 3 to 15 bytes");
        }
    }
    Ok(Row { pattern, cue, weight })
}

/// The phrases of a pattern, which commas divide.
pub(super) fn phrases(pattern: &str) -> impl Iterator<Item = &str> {
    pattern.split(',').map(str::trim)
}

/// The words of one option of a step: `nog_steeds` is two, and so is `co-melder`.
pub(super) fn words(option: &str) -> impl Iterator<Item = &str> {
    let divided = option.starts_with(char::is_alphanumeric);
    option.split(move |c| divided && matches!(c, '_' | '-'))
}

/// The steps of a phrase. `~` is a gap of up to two words, `~4` of up to four.
pub(super) fn steps(pattern: &str) -> impl Iterator<Item = Step<'_>> {
    pattern.split_ascii_whitespace().map(|step| match step.strip_prefix('~') {
        Some("") => Step::Gap(2),
        Some(width) => Step::Gap(width.parse().unwrap_or(2).min(6)),
        None => Step::Words(step),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_three_columns_and_comments_have_none() {
        let file = "# what it is\n\nwerkt ~ niet\treport\t-2\nkapot\treport\n#fail\tvalence\t-2\n";
        let read: Vec<_> = rows(file).collect();
        assert_eq!(read.len(), 3);
        let expected = Row { pattern: "werkt ~ niet", cue: Cue::Report, weight: -2.0 };
        assert_eq!(read[0], (3, Ok(expected)));
        assert_eq!(read[1], (4, Err("expected three columns")));
        assert!(read[2].1.is_ok());
    }

    #[test]
    fn what_is_wrong_with_a_row_is_said() {
        assert_eq!(row("kapot\tbroken\t-2"), Err("unknown cue"));
        assert_eq!(row("kapot\treport\tveel"), Err("expected a number as weight"));
        assert_eq!(row("ab*\treport\t-2"), Err("expected a stem of 3 to 15 bytes"));
        assert_eq!(row("kapot\treport\tinf"), Err("weight out of range"));
        assert_eq!(row("~ kapot\treport\t-2"), Err("expected a word first"));
        assert_eq!(row("a b c d e f g h i j\treport\t-2"), Err("expected at most nine steps"));
    }

    #[test]
    fn a_pattern_has_phrases_and_an_option_words() {
        assert!(phrases("stuk, helemaal stuk").eq(["stuk", "helemaal stuk"]));
        assert!(words("nog_steeds").eq(["nog", "steeds"]));
        assert!(words("co-melder").eq(["co", "melder"]));
        assert!(words(":-)").eq([":-)"]));
        assert_eq!(row("stuk,\treport\t-2"), Err("expected a word first"));
    }

    #[test]
    fn gaps_have_a_width() {
        let read: Vec<_> = steps("niet ~ op|aan ~4 tijd").collect();
        assert_eq!(
            read,
            [
                Step::Words("niet"),
                Step::Gap(2),
                Step::Words("op|aan"),
                Step::Gap(4),
                Step::Words("tijd")
            ]
        );
    }
}
