//! What was written for this project: the word lists in `lists/language` and the messages in
//! `corpus`.

use crate::texts::lines;
use std::path::{Path, PathBuf};

/// A line of the list of open languages is said in pieces of so many words.
const PIECE: usize = 6;

/// The files of a folder with an ending, in order; none when the folder is not there.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == ending)).collect();
    paths.sort();
    paths
}

/// The words of all lists, each with its code. The more common a word, the more often.
pub fn all(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut all = Vec::new();
    for path in files(folder, "txt") {
        let code = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if matches!(code.as_str(), "neutral" | "sentences") {
            continue;
        }
        let mut times = 1;
        for line in lines(&path)?.iter().filter(|line| !line.starts_with('#')) {
            if code == "open" {
                let (code, text) = coded(line);
                let words: Vec<&str> = text.split_whitespace().collect();
                all.extend(words.chunks(PIECE).map(|words| (code.to_owned(), words.join(" "))));
                continue;
            }
            for item in line.split_whitespace() {
                match item {
                    "[1]" => times = 8,
                    "[2]" => times = 3,
                    "[3]" => times = 1,
                    // How words begin and end is seen in the words themselves.
                    _ if item.starts_with('-') || item.ends_with('-') => {}
                    word => {
                        let said = (0..times).map(|_| (code.clone(), word.to_owned()));
                        all.extend(said);
                    }
                }
            }
        }
    }
    Ok(all)
}

/// The messages in `sentences.txt`, each with its code.
pub fn sentences(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let lines = lines(&folder.join("sentences.txt"))?;
    let lines = lines.iter().filter(|line| !line.starts_with('#')).map(|line| coded(line));
    Ok(lines.map(|(code, text)| (code.to_owned(), text.to_owned())).collect())
}

/// The code that a line begins with, and the text.
fn coded(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or_default()
}

/// The words that count for no language.
pub fn neutral(folder: &Path) -> Result<Vec<String>, String> {
    let lines = lines(&folder.join("neutral.txt"))?;
    let lines = lines.iter().filter(|line| !line.starts_with('#'));
    Ok(lines.flat_map(|line| line.split_whitespace()).map(str::to_owned).collect())
}

/// The messages of the written corpora, each with the code of its language.
pub fn corpora(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let mut all = Vec::new();
    for path in files(folder, "tsv") {
        for line in lines(&path)? {
            let columns: Vec<&str> = line.split('\t').collect();
            if let (Some(locale), Some(text)) = (columns.first(), columns.get(6)) {
                let code = locale.split('-').next().unwrap_or_default();
                all.push((code.to_owned(), (*text).to_owned()));
            }
        }
    }
    Ok(all)
}
