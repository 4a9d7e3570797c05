import { isObject } from '../../../../json';
import type { Rule } from './rule';

/** VChart's own schema is larger; these are what a mistake hits first (200550). */
export const charts: Rule = ({ found }, report) => {
	for (const { element, path, tag } of found) {
		if (tag !== 'chart') continue;
		const { chart_spec: spec } = element;
		if (!isObject(spec))
			throw report.error(path, tag, 'chart_spec is no object', 'A VChart object with type, data and fields');
		if (typeof spec.type !== 'string' || spec.type === '')
			throw report.error(path, tag, 'chart_spec has no type', 'For example "type": "bar"');
		if (spec.axes !== undefined && !Array.isArray(spec.axes))
			throw report.error(path, tag, 'the axes of chart_spec are no list', 'Write a list, or leave them out');
	}
};
