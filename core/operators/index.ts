export { type Operator, type Operators, openOperators } from './operators.ts';
