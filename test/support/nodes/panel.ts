import { Panel } from '../../../nodes/shared/operation/panel';
import { execution } from './execution';

/** A panel with these parameters filled in, for fields that read themselves. */
export const panelOf = (parameters: object) => new Panel(execution({ parameters }), 0);
