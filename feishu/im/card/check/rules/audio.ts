import { isObject } from '../../../../json';
import { withoutCode } from '../../../../markdown/codeMarks';
import { markdownsOf } from '../markdowns';
import { visits, type Visit } from '../walk';
import type { Rule } from './rule';

/** The audio of an element with its ID: the component, or the tag in Markdown. */
function* audiosOf(visit: Visit): Generator<{ at: string; id: string }> {
	if (visit.tag === 'audio') yield { at: '', id: idOf(visit.element.audio_id) };
	for (const { text, at } of markdownsOf(visit)) {
		if (!text.includes('<audio')) continue;
		for (const [whole] of withoutCode(text).matchAll(/<audio\s[^<>]*>/g))
			yield { at: `${at}: `, id: /\saudio_id\s*=\s*["']?([^\s"'>]+)/.exec(whole)?.[1] ?? '' };
	}
}

/** Whether components have audio in them, which keeps their card from being forwarded. */
export function haveAudio(elements: unknown): boolean {
	return visits(elements, []).some((visit) => [...audiosOf(visit)].length > 0);
}

/**
 * Cards with audio can't be forwarded, and each has an ID of its own (300220, 300230).
 * @see https://open.feishu.cn/document/server-docs/im-v1/message/create
 */
export const audio: Rule = ({ card, found, use }, report) => {
	const ids = new Set<string>();
	for (const visit of found) {
		// The same audio in the languages of one text is one audio.
		const own = new Set<string>();
		for (const { at, id } of audiosOf(visit)) {
			if (!use.audio)
				throw report.error(visit.path, visit.tag, `${at}${use.name} takes no audio`, 'Send it as a message of its own');
			if (!isObject(card.config) || card.config.enable_forward !== false)
				throw report.error(
					visit.path,
					visit.tag,
					`${at}a card with audio can't be forwarded`,
					'Say so: "config": {"enable_forward": false}',
				);
			if (id === '') continue;
			if (ids.has(id))
				throw report.error(visit.path, visit.tag, `${at}the audio_id '${id}' is used twice`, 'IDs must differ');
			own.add(id);
		}
		for (const id of own) ids.add(id);
	}
};

function idOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
