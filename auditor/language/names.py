"""The languages a text may have come through, by ISO 639-1 code."""

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic", "az": "Azerbaijani", "cs": "Czech", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sh": "Bosnian, Croatian or Serbian",
    "sq": "Albanian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip
