//! The macro behind the open vocabularies of this module: enums that are written as one
//! word and keep a word they do not know.

/// Makes an enum whose variants are words, with `Other` for every word that a newer
/// source may bring.
macro_rules! open_words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $word:literal $(| $alias:literal)* ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
            /// A word this version does not know, kept as it was read.
            Other(String),
        }

        impl $name {
            /// The words of this version, in the order of the variants.
            pub const WORDS: &'static [&'static str] = &[ $( $word ),+ ];

            /// The word used in configuration and data.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $word, )+
                    Self::Other(word) => word,
                }
            }

            fn known(word: &str) -> Option<Self> {
                match word {
                    $( $word $(| $alias)* => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            /// Reads a word, whatever its case; one that is not known becomes `Other`.
            fn from(word: &str) -> Self {
                let word = word.trim();
                Self::known(word)
                    .or_else(|| Self::known(&word.to_lowercase()))
                    .unwrap_or_else(|| Self::Other(word.to_owned()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::mention::words::Word::new("a word"))
            }
        }
    };
}

/// Reads whatever is made of one word, without an allocation for the words that are known.
pub(crate) struct Word<T> {
    expected: &'static str,
    made: std::marker::PhantomData<T>,
}

impl<T> Word<T> {
    pub(crate) fn new(expected: &'static str) -> Self {
        Self { expected, made: std::marker::PhantomData }
    }
}

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for Word<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<T, E> {
        Ok(T::from(word))
    }
}

pub(crate) use open_words;
