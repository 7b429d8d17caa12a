/** The demo shop's range: made up, the same every time, and wide enough to filter, sort and page through. */
import { numberOf } from './number-of';

export interface DemoCategory {
  slug: string;
  name: string;
  parentSlug: string | null;
}

export interface DemoProduct {
  sku: string;
  name: string;
  description: string;
  /** Minor units. */
  price: number;
  categorySlug: string;
}

export const demoCurrency = 'EUR';

export const demoBranches = [
  { code: 'online', name: 'Online shop' },
  { code: 'north', name: 'Plaza North' },
  { code: 'centre', name: 'Plaza Centre' },
  { code: 'south', name: 'Plaza South' },
] as const;

interface Leaf {
  /** Least and most a product costs here, in minor units. */
  prices: [number, number];
  products: string;
}

const range: Record<string, Record<string, Leaf>> = {
  Food: {
    Bakery: {
      prices: [80, 690],
      products:
        'Sourdough loaf, Rye bread, Baguette, Ciabatta, Focaccia, Butter croissant, Cinnamon bun, Oat rolls, Spelt loaf, Brioche, Pretzel, Bagels, Walnut bread, Olive bread, Panettone, Rusks, Apple turnover, Lemon cake',
    },
    Dairy: {
      prices: [90, 1290],
      products:
        'Whole milk, Oat drink, Salted butter, Greek yoghurt, Kefir, Young Gouda, Aged Cheddar, Feta, Mozzarella, Brie, Blue cheese, Cream cheese, Ricotta, Mascarpone, Sour cream, Whipping cream, Quark, Halloumi',
    },
    'Fruit and vegetables': {
      prices: [60, 790],
      products:
        'Apples, Pears, Bananas, Oranges, Lemons, Blueberries, Grapes, Pineapple, Mango, Tomatoes, Cucumber, Red peppers, Carrots, Potatoes, Onions, Garlic, Spinach, Broccoli, Aubergine, Courgette',
    },
    Drinks: {
      prices: [90, 2490],
      products:
        'Still water, Sparkling water, Apple juice, Orange juice, Elderflower cordial, Ginger beer, Cola, Espresso beans, Filter coffee, Green tea, Earl Grey, Rooibos, Hot chocolate, Lemonade, Tonic water, Tomato juice, Cold brew, Kombucha',
    },
  },
  Home: {
    Kitchen: {
      prices: [390, 14990],
      products:
        'Chef knife, Bread knife, Cutting board, Frying pan, Saucepan, Stock pot, Wok, Colander, Mixing bowls, Whisk, Ladle, Grater, Peeler, Kitchen scales, Measuring jug, Rolling pin, Cake tin, Espresso maker, Kettle, Toaster',
    },
    Bathroom: {
      prices: [190, 5990],
      products:
        'Bath towel, Hand towel, Bath mat, Soap dish, Olive soap, Shower gel, Toothbrush, Mirror, Laundry basket, Shower curtain, Bathrobe, Sponge, Hair brush, Nail scissors, Cotton pads, Bath salts, Razor, Tissue box',
    },
    Garden: {
      prices: [150, 19990],
      products:
        'Watering can, Garden hose, Trowel, Spade, Rake, Secateurs, Plant pot, Seed tray, Potting soil, Tomato seeds, Basil seeds, Lavender, Rosemary, Bird feeder, Parasol, Folding chair, Garden gloves, Compost bin, Lantern',
    },
  },
  Clothing: {
    Tops: {
      prices: [990, 8990],
      products:
        'Plain T-shirt, Striped T-shirt, Linen shirt, Oxford shirt, Polo shirt, Wool jumper, Cardigan, Hooded sweatshirt, Vest, Blouse, Turtleneck, Fleece jacket, Rain jacket, Denim jacket, Down jacket, Trench coat, Blazer, Pyjama top',
    },
    Trousers: {
      prices: [1990, 9990],
      products:
        'Straight jeans, Slim jeans, Chinos, Corduroy trousers, Linen trousers, Joggers, Cargo trousers, Shorts, Swim shorts, Leggings, Pleated skirt, Denim skirt, Dungarees, Suit trousers, Pyjama trousers, Hiking trousers, Culottes, Wool trousers',
    },
    Shoes: {
      prices: [1990, 16990],
      products:
        'Running shoes, Canvas trainers, Leather boots, Chelsea boots, Loafers, Sandals, Flip-flops, Slippers, Hiking boots, Rubber boots, Ballet flats, Court shoes, Espadrilles, Clogs, Football boots, Tennis shoes, Brogues, Moccasins',
    },
  },
  Leisure: {
    Books: {
      prices: [690, 4990],
      products:
        'World atlas, Bread baking, Garden almanac, Bird guide, City walks, Short stories, Detective novel, Poems, History of trade, Star charts, Knitting patterns, Chess openings, Trail maps, Picture book, Crossword book, Cookery basics, Wine guide, Travel diary',
    },
    Games: {
      prices: [490, 7990],
      products:
        'Chess set, Draughts, Backgammon, Playing cards, Dominoes, Dice set, Jigsaw puzzle, Word game, Quiz cards, Building blocks, Wooden train, Kite, Skipping rope, Frisbee, Marbles, Table tennis set, Yo-yo, Spinning top',
    },
  },
};

export const demoCategories: DemoCategory[] = Object.entries(range).flatMap(([name, leaves]) => [
  { slug: slugOf(name), name, parentSlug: null },
  ...Object.keys(leaves).map((leaf) => ({ slug: slugOf(leaf), name: leaf, parentSlug: slugOf(name) })),
]);

export const demoProducts: DemoProduct[] = Object.values(range).flatMap((leaves) =>
  Object.entries(leaves).flatMap(([leaf, { prices, products }]) =>
    products.split(', ').map((name, at) => ({
      sku: `${slugOf(leaf).slice(0, 4).toUpperCase()}-${String(at + 1).padStart(3, '0')}`,
      name,
      description: `${name}, from our own ${leaf.toLowerCase()} range.`,
      price: priceOf(name, prices),
      categorySlug: slugOf(leaf),
    })),
  ),
);

/** On hand at a branch: usually plenty, now and then little, so that short stock can be seen. */
export function demoStock(sku: string, branch: string): number {
  const chance = numberOf(`${sku} ${branch}`);
  if (branch === 'online') return 50 + (chance % 450);
  return chance % 10 === 0 ? chance % 4 : 5 + (chance % 60);
}

function priceOf(name: string, [least, most]: [number, number]): number {
  const price = least + (numberOf(name) % (most - least));
  return price - (price % 10) + 9;
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
