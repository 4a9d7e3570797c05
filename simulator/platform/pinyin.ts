import { pinyin } from 'pinyin-pro';

/** Whether a name in Chinese characters is found by Latin letters: by its syllables, from the beginning of any of them. */
export function soundsLike(name: string, wanted: string): boolean {
	const letters = wanted.toLowerCase().replace(/\s/g, '');
	if (!/^[a-z]/.test(letters)) return false;
	const syllables = pinyin(name.toLowerCase(), { toneType: 'none', type: 'array' });
	return syllables.some((_syllable, at) => syllables.slice(at).join('').replace(/\s/g, '').startsWith(letters));
}
