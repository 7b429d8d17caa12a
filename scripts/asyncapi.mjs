// `npm run asyncapi` writes the JSON schemas of all events from the types in which the contexts declare them: every
// `libs/*/src/**/*.events.ts` has one topic and one union of facts. With `--print` it writes to the standard output, which is how a
// test sees whether the file is behind.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepare, projectRoot } from './prepare.mjs';

const LIBS = join(projectRoot, 'libs');
const TARGET = join(projectRoot, 'apps', 'api', 'src', 'asyncapi', 'event-schemas.ts');
const TOPIC = /^[a-z]+\.events$/;

const says = [
  '/* What the contexts announce, as JSON schemas. Written by `npm run asyncapi`; changes by hand are lost. */',
  '',
].join('\n');

/** Undefined in what is written stands for what JSON leaves out. */
const present = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

/** Dates and ids are texts to TypeScript; what they are is said by their names, the same in every event. Ids of others are any text. */
function formatOf(name) {
  if (name === 'externalId') return undefined;
  if (/(?:At|Before)$/.test(name)) return 'date-time';
  return /Id$/.test(name) ? 'uuid' : undefined;
}

class Schemas {
  constructor(typescript, program) {
    this.typescript = typescript;
    this.checker = program.getTypeChecker();
  }

  /** The topic and the facts of one file. */
  ofFile(source) {
    const exported = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(source));
    const topics = exported.flatMap((symbol) => {
      const type = this.checker.getTypeOfSymbol(symbol);
      return type.isStringLiteral() && TOPIC.test(type.value) ? [type.value] : [];
    });
    const unions = exported.filter(
      ({ name, flags }) => name.endsWith('Fact') && flags & this.typescript.SymbolFlags.TypeAlias,
    );
    if (topics.length !== 1 || unions.length !== 1)
      throw new Error(`${source.fileName} must export one topic and one union of facts`);
    const declared = exported.filter(({ flags }) => flags & this.typescript.SymbolFlags.TypeAlias);
    const facts = membersOf(this.checker.getDeclaredTypeOfSymbol(unions[0])).map((fact) =>
      this.ofFact(fact, declared),
    );
    return [topics[0], Object.fromEntries(facts)];
  }

  /** What it says about itself stands at the alias by which it is declared. */
  ofFact(fact, declared) {
    const type = this.property(fact, 'type').value;
    const alias = declared.find((symbol) => this.checker.getDeclaredTypeOfSymbol(symbol) === fact);
    return [
      type,
      present({ description: this.wordsOf(alias), data: this.schemaOf(this.property(fact, 'data')) }),
    ];
  }

  property(type, name) {
    return this.checker.getTypeOfSymbol(type.getProperty(name));
  }

  wordsOf(symbol) {
    const words = this.typescript.displayPartsToString(symbol?.getDocumentationComment(this.checker) ?? []);
    return words === '' ? undefined : words.replaceAll(/\s+/g, ' ');
  }

  schemaOf(type, name = '') {
    const members = membersOf(type);
    const { TypeFlags } = this.typescript;
    const others = members.filter(({ flags }) => !(flags & TypeFlags.Null));
    const orNull = others.length < members.length;
    if (others.every((member) => member.isStringLiteral())) {
      const values = others.map(({ value }) => value).sort();
      return { type: orNull ? ['string', 'null'] : 'string', enum: orNull ? [...values, null] : values };
    }
    if (others.every(({ flags }) => flags & TypeFlags.BooleanLike))
      return { type: orNull ? ['boolean', 'null'] : 'boolean' };
    const [only, ...more] = others;
    if (more.length > 0) return { anyOf: members.map((member) => this.schemaOf(member, name)) };
    const nullable = (kind) => (orNull ? [kind, 'null'] : kind);
    if (only.flags & TypeFlags.String) return present({ type: nullable('string'), format: formatOf(name) });
    // Amounts, points and counts: whatever is counted here is counted whole.
    if (only.flags & TypeFlags.Number) return { type: nullable('integer') };
    if (this.checker.isArrayType(only))
      return { type: nullable('array'), items: this.schemaOf(this.checker.getTypeArguments(only)[0]) };
    return { ...this.ofObject(only), type: nullable('object') };
  }

  ofObject(type) {
    const properties = this.checker.getPropertiesOfType(type);
    if (properties.length === 0) throw new Error(`${this.checker.typeToString(type)} cannot be described`);
    const described = properties.map((property) => {
      const schema = this.schemaOf(this.checker.getTypeOfSymbol(property), property.name);
      return [property.name, present({ ...schema, description: this.wordsOf(property) })];
    });
    const required = properties.filter(({ flags }) => !(flags & this.typescript.SymbolFlags.Optional));
    return {
      type: 'object',
      required: required.map(({ name }) => name),
      additionalProperties: false,
      properties: Object.fromEntries(described),
    };
  }
}

function membersOf(type) {
  return type.isUnion() ? type.types : [type];
}

async function written() {
  const { default: typescript } = await import('typescript');
  const { default: prettier } = await import('prettier');
  const settings = typescript.readConfigFile(
    join(projectRoot, 'tsconfig.json'),
    typescript.sys.readFile,
  ).config;
  const { options } = typescript.parseJsonConfigFileContent(settings, typescript.sys, projectRoot);
  const files = readdirSync(LIBS, { recursive: true })
    .filter((name) => name.endsWith('.events.ts'))
    .sort()
    .map((name) => join(LIBS, name));
  const program = typescript.createProgram(files, options);
  const schemas = new Schemas(typescript, program);
  const topics = files.map((file) => schemas.ofFile(program.getSourceFile(file)));
  const text = `${says}export const eventSchemas = ${JSON.stringify(Object.fromEntries(topics))};\n`;
  const style = await prettier.resolveConfig(TARGET);
  return prettier.format(text, { ...style, parser: 'typescript' });
}

await prepare({ build: false });
const text = await written();
if (process.argv.includes('--print')) process.stdout.write(text);
else if (readFileSync(TARGET, { encoding: 'utf8', flag: 'a+' }) !== text) {
  writeFileSync(TARGET, text);
  console.log(`${relative(projectRoot, TARGET)} is written anew`);
}
