//! The feelings that words carry by themselves: the project's own lists, and for Dutch three
//! public ones.

use crate::texts::lines;
use std::collections::BTreeMap;
use std::path::Path;
use webcare::classify::training::{Table, Tongue, Valence, valence_key};

/// A list: what its numbers are multiplied by to lie between -4 and 4, and how small a
/// number may be to be left out.
struct List {
    file: &'static str,
    tongue: Tongue,
    times: f32,
    least: f32,
}

const fn list(file: &'static str, tongue: Tongue, times: f32, least: f32) -> List {
    List { file, tongue, times, least }
}

/// Of a word in several lists the first counts.
const OWN_DUTCH: [List; 1] = [list("nl.tsv", Tongue::Dutch, 1.0, 0.0)];
const PUBLIC_DUTCH: [List; 3] = [
    list("lexicon_pattern_nl.tsv", Tongue::Dutch, 4.0, 0.2),
    list("lexicon_lupje.tsv", Tongue::Dutch, 1.0, 0.0),
    list("lexicon_moors_norms_nl.tsv", Tongue::Dutch, 3.0, 0.3),
];
const OWN_ENGLISH: [List; 2] =
    [list("en1.tsv", Tongue::English, 1.0, 0.0), list("en2.tsv", Tongue::English, 1.0, 0.0)];

/// The lists as the model has them: a table from words to their feeling in quarters.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub table: Vec<u8>,
    pub length: usize,
}

impl Lexicon {
    /// Reads all lists: the public ones in the folder `data`.
    pub fn read(data: &Path) -> Result<Self, String> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
        let public = data.join("nl");
        let mut words: BTreeMap<u32, f32> = BTreeMap::new();
        let folders =
            [(&own, &OWN_DUTCH[..]), (&public, &PUBLIC_DUTCH[..]), (&own, &OWN_ENGLISH[..])];
        for (folder, lists) in folders {
            for list in lists {
                for (word, feeling) in entries(&folder.join(list.file))? {
                    let key = valence_key(&word, list.tongue);
                    if let Some(key) = key.filter(|_| feeling.abs() >= list.least) {
                        words.entry(key).or_insert(feeling * list.times);
                    }
                }
            }
        }
        let quarters = |feeling: &f32| (feeling * 4.0).round().clamp(-20.0, 20.0) as i8;
        let rows: Vec<(u32, [u8; 1])> = (words.iter())
            .map(|(key, feeling)| (*key, [quarters(feeling).cast_unsigned()]))
            .collect();
        Ok(Self { table: Table::write(&rows), length: rows.len() })
    }

    /// The lists, to read messages with.
    pub fn valence(&self) -> Valence<'_> {
        Valence::read(&self.table, self.length).unwrap_or_default()
    }
}

/// The words of the public Dutch lists with their feelings, for a plain sum.
pub fn public_dutch(data: &Path) -> Result<Vec<(String, f32)>, String> {
    let mut words = Vec::new();
    for list in &PUBLIC_DUTCH {
        let entries = entries(&data.join("nl").join(list.file))?;
        words.extend(entries.into_iter().map(|(word, feeling)| (word, feeling * list.times)));
    }
    Ok(words)
}

/// The lines of a list: a word, or several, and a number; what follows is left. Lines
/// without a number are remarks.
fn entries(path: &Path) -> Result<Vec<(String, f32)>, String> {
    let entry = |line: String| {
        let mut columns = line.split('\t');
        Some((columns.next()?.to_owned(), columns.next()?.trim().parse().ok()?))
    };
    Ok(lines(path)?.into_iter().filter_map(entry).collect())
}
