/**
 * Surfaces for fabric search, chosen by eye: each fills its whole file, and none is a recoloured or soiled variant of
 * another. Half are carpets, cloth, wallpaper and wicker, half are wood, stone, brick and plants.
 */
export const texturesOfGame: Readonly<Record<string, string>> = {
  tex_buildings: `carpet001.png carpet002.png carpet003.png carpet004.png carpet005.png carpet006.jpg carpet007.png
    carpet008.png carpet009.png carpet010.png carpet011.png carpet012.png carpet013.png carpet014.png carpet015.png
    carpet017.png carpet018.png carpet019.png carpet021.png carpet023.png carpet024.png carpet025.png carpet026.png
    carpet030.png floor008.png floor010.png floor015.png floor026.jpg floor033.jpg floor034.png floor036.png floor037.png
    floor039.png floor_se01.png floor_se03.png floor_se04.png paving001.png roof10.jpg roof12.png tile01.png
    tile03.png wall043.png wall5_4.jpg wall_brick01.png wall_dirt3.png wallpaper001.jpg wallpaper004.jpg
    wallpaper009.jpg wallpaper011.jpg wall_tab002.png woodceiling1a.jpg concrete009.png concrete008.png`,
  tex_ctp1: `bricks_b_1.jpg bricks_c_1.jpg bricks_m_1.jpg bricks_r_2.jpg bricks_r_4.jpg bricks_r_6.jpg
    dirt_b_4.jpg grass_g_4.jpg hedge01.jpg hedge02.jpg metal_g_1.jpg metal_g_3.jpg metal_r_1.jpg rocks_w_1.jpg
    roof_t_1.jpg sand_s_1.jpg tiles_g_2.jpg tiles_m_1.jpg tiles_m_3.jpg tiles_m_4.jpg tiles_m_5.jpg tiles_m_6.jpg
    tiles_r_1.jpg tiles_w_1.jpg wallpaper_bl_1.jpg wallpaper_g_1.jpg wallpaper_t_1.jpg wood_b_1.jpg wood_b_2.jpg
    wood_b_4.jpg wood_b_9.jpg wood_g_1.jpg woodb_5.jpg`,
  tex_furniture: 'jap_carpet001.png textil001.png textil004.png',
  tex_material: 'metall001.png metall008.png s_wood003.png wood006.png wood007.png wood010.png wood017.png',
  tex_mattn: `bark001.jpg bark002.jpg brick03a.jpg concrete002.jpg dung.jpg floor007.jpg floor009.jpg floor013.jpg
    floor027.jpg floor028.png grass002.jpg grass003.jpg jute.jpg metal3.jpg rock004.png roof002.jpg roof003.jpg
    roof012.png rust.jpg straw.jpg wall049.jpg wall053.jpg wall067.jpg wall083.jpg wall085.png wall088.png
    wall_bricks002.jpg wall_bricks005.jpg wood006.jpg wood008.jpg wood015.jpg wood017.jpg`,
  tex_misc: 'laminate001.jpg',
  tex_nature: `desert002.png desert006.png desert007.png drymud.jpg flower.jpg grass_mowed_dry_a.jpg
    jungle001.png leaves4.png pjrock6.png potatoes.png rock001.png
    rock004.png rock008.png rock009.png rock013.png rock014.png rock018.png snow003.png soil001.jpg wood_chips01.jpg`,
};

/** Cloth, leather, paper and wicker of furniture models, by catalogue, as `folder/file`. */
export const texturesOfFurniture: Readonly<Record<string, string>> = {
  'BlendSwap-CC-0': `chair/tecido.jpg chair2/NY_Chaise_Red.jpg chairWithCushion/Denim_001_COLOR.jpg couch/Plain001.jpg
    couch2/Fabric_011_COLOR.jpg teddyBear/teddy.jpg bedWithTexture/sheet.jpg`,
  'BlendSwap-CC-BY': `chairWithCushion/cushion-red.jpg cornerSofa/Fabric_04.jpg plaidChair/cloth-texture-19.jpg
    sofa3/dark-brown_leather.jpg towel/Tea-Towel.jpg wheelchair/Leather0056_2_S.jpg`,
  KatorLegaz: 'oriental-rug/rug.jpg',
  Scopia: `burlap_sofa/bump_sofa.jpg clothes-basket/fabric_beige.jpg com_bath3/toalla_bump.jpg
    convertible-sofa-BZ-closed/texturefabric.jpg convertible-sofa-BZ-opened/sheettexture.jpg curtain/beige_pattern.jpg
    folded_clothes/blue-fabric.jpg futon/wallpaper-chiyogami.jpg futon/wallpaper-japanese-pink-flowers.jpg
    hammock/fabricTexture.jpg rattanSofa/textureRattan.jpg round-carpet/round-carpet-texture.jpg
    ryokanChair/fabricTexture.jpg`,
};
