"""The shape of a Vietnamese syllable: enough to tell Vietnamese from text in a wrong encoding."""

import re
import unicodedata

from diaban.kit.text import TONES, place_tone, without_tone

_ONSET = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x|"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh
oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ơng âng êc ơu uơn
""".split()  # noqa: SIM905 -- a table to read, not a list
_SYLLABLE = re.compile(f"({_ONSET})({'|'.join(sorted(_RHYMES, key=len, reverse=True))})")
_STOPPED = re.compile(r"(c|ch|p|t)$")
_SHARP = {"\u0301", "\u0323"}


def is_syllable(word: str) -> bool:
    """Whether a lower-case word is spelt as a Vietnamese syllable: onset, rhyme, and a tone that fits them."""
    tones = [mark for mark in unicodedata.normalize("NFD", word) if mark in TONES[1:]]
    bare = without_tone(word)
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare) or not _tone_sits_well(word, bare):
        return False
    return not _STOPPED.search(bare) or (bool(tones) and tones[0] in _SHARP)


def _tone_sits_well(word: str, bare: str) -> bool:
    """Both schools of hòa and hoà are right; xaõ is not."""
    return place_tone(word) == word or (bare.endswith(("oa", "oe", "uy")) and without_tone(word[:-1]) == word[:-1])
