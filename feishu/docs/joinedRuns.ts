import { isObject, object, text, type JsonObject } from '../json';
import { textRun } from './newBlock';

/** Elements in which runs that are dressed alike are one, and none says nothing. What is false is not said. */
export function joinedRuns(elements: readonly JsonObject[]): JsonObject[] {
	const joined: JsonObject[] = [];
	let last: { content: string; dress: string } | undefined;
	for (const element of elements) {
		const own = element.text_run;
		if (!isObject(own)) {
			last = undefined;
			joined.push(element);
			continue;
		}
		const content = text(own.content);
		if (content === '') continue;
		const style = dressOf(object(own.text_element_style));
		const dress = JSON.stringify(style);
		const goesOn: boolean = last?.dress === dress;
		last = { content: (goesOn ? (last?.content ?? '') : '') + content, dress };
		if (goesOn) joined.pop();
		joined.push(textRun(last.content, style));
	}
	return joined;
}

const dressOf = (style: JsonObject): JsonObject =>
	Object.fromEntries(
		Object.entries(style).filter(([, value]) => value !== false && value !== undefined && value !== 0),
	);
