interface District {
	/** Of the data on places, as the samples of the pages have some. */
	id: string;
	zh: string;
	en: string;
	level: 'Country' | 'Province' | 'City' | 'District';
	parent?: string;
}

/** A part of the world. Levels have the same names more than once. */
export const DISTRICTS: readonly District[] = [
	{ id: '1814991', zh: '中国', en: 'China', level: 'Country' },
	{ id: '2038349', zh: '北京市', en: 'Beijing', level: 'Province', parent: '1814991' },
	{ id: '1816670', zh: '北京市', en: 'Beijing', level: 'City', parent: '2038349' },
	{ id: '2038432', zh: '朝阳区', en: 'Chaoyang Qu', level: 'District', parent: '1816670' },
	{ id: '2038433', zh: '海淀区', en: 'Haidian Qu', level: 'District', parent: '1816670' },
	{ id: '1796231', zh: '上海市', en: 'Shanghai', level: 'Province', parent: '1814991' },
	{ id: '1796236', zh: '上海市', en: 'Shanghai', level: 'City', parent: '1796231' },
	{ id: '7304023', zh: '浦东新区', en: 'Pudong Xinqu', level: 'District', parent: '1796236' },
	{ id: '6295630', zh: '德国', en: 'Germany', level: 'Country' },
	{ id: '2950157', zh: '柏林', en: 'Berlin', level: 'Province', parent: '6295630' },
];

export const VERSION = '7569941109133377539';

export const districtOf = (id: string): District | undefined => DISTRICTS.find((one) => one.id === id);

/** Those around a district, the nearest first. */
export function around({ parent }: District): District[] {
	const found = parent === undefined ? undefined : districtOf(parent);
	return found ? [found, ...around(found)] : [];
}

/** English unless Chinese is asked for. */
export const nameIn = ({ zh, en }: District, locale: string | undefined): string => (locale === 'zh-CN' ? zh : en);

/** From the country on: China/Beijing/Beijing/Chaoyang Qu. */
export const pathOf = (district: District): string =>
	[district, ...around(district)]
		.reverse()
		.map(({ en }) => en)
		.join('/');
