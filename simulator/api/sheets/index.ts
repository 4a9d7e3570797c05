import { cellImageRoutes } from './cellImages';
import { conditionFormatRoutes } from './conditionFormats';
import { dimensionRoutes } from './dimensions';
import { dropdownRoutes } from './dropdowns';
import { filterConditionRoutes } from './filterConditions';
import { filterRoutes } from './filters';
import { filterViewRoutes } from './filterViews';
import { findReplaceRoutes } from './findReplace';
import { floatImageRoutes } from './floatImages';
import { mergeRoutes } from './merges';
import { protectionRoutes } from './protections';
import { sheetChangeRoutes } from './sheetChanges';
import { sheetListRoutes } from './sheetLists';
import { spreadsheetRoutes } from './spreadsheets';
import { styleRoutes } from './styles';
import { valueReadRoutes } from './valueReads';
import { valueWriteRoutes } from './valueWrites';

export const sheetRoutes = [
	...spreadsheetRoutes,
	...sheetListRoutes,
	...sheetChangeRoutes,
	...valueReadRoutes,
	...valueWriteRoutes,
	...dimensionRoutes,
	...mergeRoutes,
	...styleRoutes,
	...findReplaceRoutes,
	...dropdownRoutes,
	...filterRoutes,
	...filterViewRoutes,
	...filterConditionRoutes,
	...conditionFormatRoutes,
	...protectionRoutes,
	...cellImageRoutes,
	...floatImageRoutes,
];
