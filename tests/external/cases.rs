//! Finding the cases, and saying what became of them.

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The folder of this name among the external cases; `None`, with a word, where it isn't.
pub(crate) fn folder(name: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/conformance");
    let root = std::env::var_os("WEBCARE_CASES").map_or(beside, PathBuf::from);
    let folder = root.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("external {name}: no cases at {}, nothing checked", folder.display());
    None
}

/// The files of a folder whose name ends in one of `endings`, by name.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries
        .filter(|path| {
            path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known))
        })
        .collect();
    files.sort();
    files
}

/// One JSON value a line.
pub(crate) fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let parse = |(number, line): (usize, &str)| {
        serde_json::from_str(line)
            .unwrap_or_else(|error| panic!("{}:{}: {error}", path.display(), number + 1))
    };
    lines.map(parse).collect()
}

/// What became of the cases of one file.
#[derive(Debug)]
pub(crate) struct Tally {
    folder: &'static str,
    name: String,
    skips: BTreeMap<String, String>,
    passed: usize,
    skipped: usize,
    failures: Vec<String>,
}

impl Tally {
    pub(crate) fn new(folder: &'static str, path: &Path) -> Self {
        let skips: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(include_str!("../../testdata/external-skips.toml")).unwrap();
        Self {
            folder,
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            skips: skips.get(folder).cloned().unwrap_or_default(),
            passed: 0,
            skipped: 0,
            failures: Vec::new(),
        }
    }

    /// Runs a case unless it is to be skipped.
    pub(crate) fn case(&mut self, id: &str, check: impl FnOnce() -> Result<(), String>) {
        if self.skips.contains_key(id) {
            self.skipped += 1;
            return;
        }
        match check() {
            Ok(()) => self.passed += 1,
            Err(message) => self.failures.push(format!("{id}: {message}")),
        }
    }

    /// Says how it went; the failures, if there were any.
    pub(crate) fn finish(self) -> Vec<String> {
        let Self { folder, name, passed, skipped, failures, .. } = self;
        println!(
            "external {folder} {name}: {passed} passed, {} failed, {skipped} skipped",
            failures.len()
        );
        failures.into_iter().map(|failure| format!("{name} {failure}")).collect()
    }
}

/// Whether what was found is what was expected.
#[expect(clippy::needless_pass_by_value, reason = "both are made for this call")]
pub(crate) fn same<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected { Ok(()) } else { Err(format!("expected {expected:?}, found {found:?}")) }
}
